# syntax=docker/dockerfile:1
FROM docker.io/library/node:22 AS front
WORKDIR /src
COPY src/PartyWork.Web/package.json src/PartyWork.Web/package-lock.json src/PartyWork.Web/.npmrc ./
RUN npm ci --no-audit --no-fund --ignore-scripts

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/PartyWork.Domain/PartyWork.Domain.csproj src/PartyWork.Domain/
COPY src/PartyWork.Web/PartyWork.Web.csproj src/PartyWork.Web/FrontEnd.targets src/PartyWork.Web/
RUN dotnet restore src/PartyWork.Web --arch $TARGETARCH
COPY src src
COPY docs docs
COPY --from=front /src/node_modules src/PartyWork.Web/node_modules
RUN dotnet publish src/PartyWork.Web --configuration Release --arch $TARGETARCH --self-contained false --no-restore --output /app -p:SkipNpm=true -p:UseAppHost=false \
    && mkdir /app/App_Data

# This image carries ICU and tzdata, which Chinese culture and Asia/Shanghai need; the alpine and chiseled ones do not.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN chown $APP_UID App_Data
USER $APP_UID
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
# The SQLite database, the key of the audit chain, backups.
VOLUME /app/App_Data
ENTRYPOINT ["dotnet", "PartyWork.Web.dll"]
