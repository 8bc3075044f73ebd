using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Portal.Domain.Districts;

/// <summary>
/// The parts of the two legislator files that Portal reads. The parser skips anything not declared here, such as party,
/// elections, and campaign committees, so it never reaches memory or the database.
/// </summary>
internal static partial class LegislatorFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    [GeneratedRegex(@"^[A-Z]\d{6}$")]
    private static partial Regex BioguideForm { get; }

    public static List<Person> ReadPeople(TextReader file) => Read<Person>(file, person => person.Id?.Bioguide);

    public static List<Home> ReadHomes(TextReader file)
    {
        var homes = Read<Home>(file, home => home.Id?.Bioguide);
        return homes.Exists(h => h.Offices is not null)
            ? homes
            : throw Refuse("This list has no offices. Did you choose the list of Members by mistake?", null);
    }

    private static List<T> Read<T>(TextReader file, Func<T, string?> bioguide)
    {
        List<T>? rows;
        try
        {
            rows = Yaml.Deserialize<List<T>?>(file);
        }
        catch (YamlException error)
        {
            throw Refuse("This file isn't a YAML list of legislators.", (int)error.Start.Line);
        }
        if (rows is null or [])
            throw Refuse("The file is empty.", null);
        var wrong = rows.FindIndex(row => row is null || !BioguideForm.IsMatch(bioguide(row) ?? ""));
        return wrong < 0 ? rows : throw Refuse("Entry {0} has no Bioguide ID.", null, wrong + 1);
    }

    internal static FileRefusedException Refuse(string text, int? line, params object[] args) => new(new FileRefusal(text, line, args));

    internal sealed class Identity
    {
        public string? Bioguide { get; set; }
    }

    internal sealed class Person
    {
        public Identity? Id { get; set; }
        public PersonName? Name { get; set; }
        public Biography? Bio { get; set; }
        public List<Term>? Terms { get; set; }
    }

    internal sealed class PersonName
    {
        public string? First { get; set; }
        public string? Middle { get; set; }
        public string? Last { get; set; }
        public string? Suffix { get; set; }
        public string? OfficialFull { get; set; }

        public string Display => OfficialFull
            ?? string.Join(' ', new[] { First, Middle, Last, Suffix }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    internal sealed class Biography
    {
        public string? Gender { get; set; }
    }

    internal sealed class Term
    {
        public string? Type { get; set; }
        public string? End { get; set; }
        public string? State { get; set; }
        public int? District { get; set; }
        public string? Url { get; set; }
        public string? Address { get; set; }
        public string? Phone { get; set; }
        public string? ContactForm { get; set; }
    }

    internal sealed class Home
    {
        public Identity? Id { get; set; }
        public List<HomeOffice>? Offices { get; set; }
    }

    internal sealed class HomeOffice
    {
        public string? Id { get; set; }
        public string? Address { get; set; }
        public string? Suite { get; set; }
        public string? Building { get; set; }
        public string? City { get; set; }
        public string? State { get; set; }
        public string? Zip { get; set; }
        public string? Phone { get; set; }
        public string? Fax { get; set; }
        public string? Hours { get; set; }
        public double? Latitude { get; set; }
        public double? Longitude { get; set; }
    }
}
