using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using static Portal.Tests.Domain.PrivacyReleases.Templates.TemplateSamples;

namespace Portal.Tests.Properties;

/// <summary>Whatever the agency requires and whoever signs, the document has everything a release needs and no gaps.</summary>
public sealed class TemplateProperties
{
    private static readonly bool[] Both = [false, true];

    private static readonly Agency[] Kinds = KindsOf(Agencies);

    // The same agencies without perjury, witnesses and the usual time limit.
    private static readonly Agency[] Lenient =
    [
        .. KindsOf(AgencySeed.Read()).Select(agency =>
        {
            agency.Rules = agency.Rules with { Perjury = false, MarkWitnesses = 0, ReleaseMaxAgeDays = 30 };
            return agency;
        }),
    ];

    /// <summary>Every combination of facts that a clause can depend on.</summary>
    private static IEnumerable<ReleaseSituation> Situations =>
        from agency in Kinds.Concat(Lenient)
        from language in (string[])["en", "es"]
        from capacity in Enum.GetValues<SignerCapacity>()
        from role in Enum.GetValues<PartyRole>()
        from abroad in Both
        from medical in Both
        from rest in Enumerable.Range(0, 16)
        select new ReleaseSituation(
            Ana with
            {
                Capacity = capacity,
                SignerName = capacity == SignerCapacity.Self ? null : "Luz García",
                Role = role,
                OtherParty = "Luis García",
                OutsideUnitedStates = abroad,
                MedicalRecords = medical,
                ByMark = (rest & 1) > 0,
                InterpreterLanguage = (rest & 2) > 0 ? "Mam" : null,
                MayTalkWith = (rest & 4) > 0 ? "Rosa Ortiz" : null,
                TaxRecords = (rest & 8) > 0,
                Purpose = (rest & 8) > 0 ? "" : "To find the payment",
                SensitiveRecords = (rest & 1) > 0 ? ["Hiv", "SickleCell"] : [],
            },
            agency, language);

    [Fact]
    public void Every_template_is_complete_under_every_combination_of_conditions()
    {
        var composed = 0;
        foreach (var situation in Situations)
            foreach (var template in Shipped.Where(
                t => t.Code == situation.Agency.Rules.TemplateCode || situation.Agency.Code == "SSA" || t.Code == ReleaseTemplates.Generic))
            {
                var text = ReleaseComposition.Compose(template, situation.Details, situation.Agency, Recipient, situation.Language);
                if (Flaw(text, situation, template) is { } flaw)
                    Assert.Fail($"{template.Code} for {situation.Agency.Code}, {situation.Language}, {situation.Details}: {flaw}\n\n{text.AsRead()}");
                composed++;
            }

        Assert.True(composed > 50_000, $"Only {composed} documents were composed.");
    }

    [Fact]
    public void One_condition_of_each_group_always_holds() => Assert.All(Situations, situation =>
        Assert.All(ClauseFamilies.All, family => Assert.Single(family, situation.Holds)));

    [Fact]
    public void Filling_known_fields_leaves_no_bracket() => Prop.ForAll(
        (from names in Gen.Elements(MergeField.All.Select(f => f.Name).ToArray()).ArrayOf()
         from words in ArbMap.Default.GeneratorFor<string>().Where(s => s is not null).ArrayOf()
         select string.Concat(names.Zip(
             words,
             (n, w) => w.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) + $"{{{n}}}"))).ToArbitrary(),
        text => !MergeField.Fill(text, MergeField.All.ToDictionary(f => f.Name, f => f.Meaning)).Contains('{', StringComparison.Ordinal)
            && !MergeField.HasLooseBracket(text)).QuickCheckThrowOnFailure();

    private static string? Flaw(ReleaseText text, ReleaseSituation situation, ReleaseTemplateVersion template)
    {
        var read = text.AsRead();
        if (read.AsSpan().ContainsAny('{', '}'))
            return "a bracket is left";
        if (text.Sections.Concat(text.Translation?.Sections ?? []).Any(
            s => s.Heading.Length == 0 || s.Paragraphs.Concat(s.Lines.Select(l => l.Value)).Any(string.IsNullOrWhiteSpace)))
            return "something is empty";
        if (read.Contains("  ", StringComparison.Ordinal) || read.Contains(": \n", StringComparison.Ordinal) || read.Contains(" .", StringComparison.Ordinal))
            return "a value is empty";
        foreach (var wanted in (string[])
            [
                "Ana Lucía García", "Ana M. Núñez", "My payments of 2026", "212-555-0100", "12 m", "$5,000", "552a(b)",
                situation.Details.WhoSigns
            ])
            if (!read.Contains(wanted, StringComparison.Ordinal))
                return "lacks " + wanted;
        foreach (var kind in Mandatory.All.Select(m => m.Kind))
            if (!template.Words().Clauses.Any(c => c.Kind == kind && situation.Holds(c.When)))
                return "lacks a clause of kind " + kind;
        return template.Words().Clauses.Count(c => c.Kind == ClauseKind.Declaration && situation.Holds(c.When)) == 1 ? null : "has not one declaration";
    }

    private static Agency[] KindsOf(IEnumerable<Agency> agencies) =>
        [.. agencies.Where(a => a.Rules.Signature != SignatureClass.None)
            .DistinctBy(a => (
                a.Rules.TemplateCode,
                a.Rules.Perjury,
                a.Rules.OnlyOfficeNamed,
                a.Rules.Medical,
                string.Join(',', a.Rules.SensitiveRecords),
                a.Rules.EnglishAuthoritative,
                a.Rules.ReleaseMaxAgeDays))];
}
