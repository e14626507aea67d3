#!/usr/bin/env bash
# Installs what the tests need, builds once, runs everything; the last line reads "N passed, N failed, N skipped".
#   bash tests/run.sh            everything
#   bash tests/run.sh Domain     one part: Domain, Web, SqlServer or Browser
#   bash tests/run.sh --long     the long runs too
set -uo pipefail
cd "$(dirname "$0")/.."

part=""
for argument in "$@"; do
  case "$argument" in
    --long) export PARTYWORK_LONG=1 ;;
    *) part="$argument" ;;
  esac
done

command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed."; exit 1; }
command -v npm >/dev/null || { echo "Node.js 20 or newer with npm is needed."; exit 1; }

chromium=$(command -v chromium || command -v google-chrome || command -v chromium-browser || true)
font=$(command -v fc-list >/dev/null && fc-list :lang=zh 2>/dev/null | head -n 1 || true)
if [ -z "$part" ] || [ "$part" = Browser ]; then
  if [ -z "$chromium" ] || [ -z "$font" ]; then
    sudo=""; [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo apt-get -o DPkg::Lock::Timeout=600 update -qq \
      && $sudo apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig >/dev/null \
      || { echo "Chromium and a Chinese font could not be installed."; exit 1; }
    chromium=$(command -v chromium || true)
  fi
  export CHROMIUM_PATH="${CHROMIUM_PATH:-$chromium}"
fi

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
target="PartyWork.sln"
[ -z "$part" ] || target="tests/PartyWork.$part.Tests/PartyWork.$part.Tests.csproj"
dotnet build "$target" -nologo -v quiet || exit 1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# One project after another: each keeps both cores busy by itself, and the browser's timings stay true.
if [ -z "$part" ]; then
  dotnet test --solution "$target" --no-build --no-progress --no-ansi --max-parallel-test-modules 1 2>&1 | tee "$log"
else
  dotnet test --project "$target" --no-build --no-progress --no-ansi 2>&1 | tee "$log"
fi
code=${PIPESTATUS[0]}
# Once more at the end, where a long log is read first.
grep -A 12 '^failed ' "$log" | cut -c 1-400
awk '/^  failed:/{f=$2} /^  succeeded:/{p=$2} /^  skipped:/{s=$2} END{printf "%d passed, %d failed, %d skipped\n", p, f, s}' "$log"
exit "$code"
