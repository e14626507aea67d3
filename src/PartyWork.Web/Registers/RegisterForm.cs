using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Registers;

/// <summary>
/// What is typed about one record: a text for each column, and rows of texts for its inner table. It is shown again as it was typed, and read into
/// the record column by column: a field that the register does not have is not looked at.
/// </summary>
public sealed class RegisterForm(Register register, OrgTree tree)
{
    public const int BlankLines = 5, MostLines = 60;

    private const int LeastBlank = 3;
    private const string Id = "Id";
    private readonly Dictionary<string, string> _typed = [];

    /// <summary>The rows of the inner table: column → text, and the number of the row that it is.</summary>
    public List<Dictionary<string, string>> Lines { get; } = [];

    public string this[string column] => _typed.GetValueOrDefault(column, "");

    /// <summary>A new record shows nothing but its day.</summary>
    public void Show(RegisterRecord record, bool isNew)
    {
        foreach (var column in register.Columns)
        {
            _typed[column.Name] = isNew && column.Name != nameof(RegisterRecord.On) ? "" : column.Print(record, tree);
        }

        foreach (var line in register.Details?.Rows(record) ?? [])
        {
            Lines.Add(register.Details!.Columns.Select(c => (c.Name, Text: c.Print(line, tree))).Append((Name: Id, Text: Number(line.Id))).ToDictionary(c => c.Name, c => c.Text));
        }
    }

    public void Take(IFormCollection posted)
    {
        foreach (var column in register.Columns)
        {
            _typed[column.Name] = string.Join('、', posted[column.Name].Select(v => v ?? ""));
        }

        if (register.Details is { } details && int.TryParse(posted["Lines"], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            Lines.AddRange(Enumerable.Range(0, Math.Min(count, MostLines)).Select(i => details.Columns.Select(c => c.Name).Append(Id).ToDictionary(name => name, name => posted[$"L{i}.{name}"].ToString())));
        }
    }

    public void AddLines(int lines) => Lines.AddRange(Enumerable.Range(0, Math.Clamp(MostLines - Lines.Count, 0, lines)).Select(_ => new Dictionary<string, string>()));

    /// <summary>There is always somewhere to write.</summary>
    public void LeaveRoom()
    {
        if (register.Details is not null && Lines.Count <= MostLines - LeastBlank && Lines.Count(l => l.Values.All(v => v.Length == 0)) < LeastBlank)
        {
            AddLines(LeastBlank);
        }
    }

    /// <summary>An inner row of which every text is gone is taken away.</summary>
    /// <param name="withPrivate">Whether the contacts were on the form.</param>
    /// <param name="year">The year of a day that is written without one.</param>
    /// <param name="remove">Told of each inner row taken away: a row does not go from the database by leaving its record.</param>
    /// <returns>The fields that cannot be read, each with a sentence that names it.</returns>
    public IEnumerable<(string Field, string Sentence)> Read(RegisterRecord record, bool withPrivate, int year, Action<RegisterDetail> remove)
    {
        foreach (var column in register.Columns.Where(c => !c.IsComputed && (!c.IsPrivate || withPrivate)))
        {
            if (Try(column, record, this[column.Name], year) is { } wrong)
            {
                yield return (column.Name, $"{column.Label}：{wrong}");
            }
        }

        if (register.Details is not { } details)
        {
            yield break;
        }

        var old = details.Rows(record).ToDictionary(r => Number(r.Id));
        foreach (var (i, line) in Lines.Index())
        {
            var known = old.GetValueOrDefault(line.GetValueOrDefault(Id, ""));
            if (details.Columns.All(c => line[c.Name].Trim().Length == 0))
            {
                if (known is not null)
                {
                    details.Remove(record, known);
                    remove(known);
                }

                continue;
            }

            var row = known ?? details.New(record);
            foreach (var column in details.Columns)
            {
                if (Try(column, row, line[column.Name], year) is { } wrong)
                {
                    yield return ($"L{i}.{column.Name}", $"{details.Name}第{i + 1}行“{column.Label}”：{wrong}");
                }
            }

            if (known is null)
            {
                details.Add(record, row);
            }
        }
    }

    private string? Try(RegisterColumn column, object record, string text, int year)
    {
        try
        {
            column.Read(record, text, tree, year);
            return null;
        }
        catch (BrokenRuleException broken)
        {
            return broken.Message;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
