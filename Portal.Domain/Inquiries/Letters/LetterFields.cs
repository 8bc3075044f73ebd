using System.Text.RegularExpressions;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>The values of a letter's merge fields: recorded facts only. A field without a value stays in the text, in braces, and stops the letter.</summary>
public static partial class LetterFields
{
    // Topics by code as a noun phrase that fits after "about".
    private static readonly Lazy<Dictionary<string, string>> Matters = new(() => SeedFile.Read<Dictionary<string, string>>("topic-matters.json"));

    private static readonly string[] Known =
    [
        "person", "matter", "agency", "member", "reference", "release date", "citation", "sent", "expectation", "history", "answer date", "reason", "deadline",
        "reply by", "staff", "phone", "email",
    ];

    /// <summary>The values in a case's situation.</summary>
    public static IReadOnlyDictionary<string, string> Of(LetterSituation situation, ReconsiderationReason? reason = null)
    {
        var inquiry = situation.Inquiry;
        Dictionary<string, string?> values = new()
        {
            ["person"] = situation.Person,
            ["matter"] = situation.Topic is { } topic ? Matters.Value.GetValueOrDefault(topic.Code, topic.Program.En) : null,
            ["agency"] = situation.Agency.WithArticle("en"),
            ["member"] = situation.Office?.MemberName,
            ["reference"] = situation.Reference,
            ["release date"] = situation.ReleasedOn is { } released ? Day(released) : null,
            ["citation"] = situation.Citation,
            ["sent"] = inquiry is null ? null : Day(situation.DayOf(inquiry.SentAt)),
            ["expectation"] = inquiry is null ? null
                : inquiry.IsOverdue(situation.Today) ? $"We expected an answer by {Day(inquiry.ExpectedOn)}, and we have no final answer on record."
                : $"We expect an answer by {Day(inquiry.ExpectedOn)}.",
            ["history"] = inquiry is null ? null : History(inquiry, situation),
            ["answer date"] = situation.ContestedOn is { } contested ? Day(contested) : null,
            ["reason"] = reason switch
            {
                ReconsiderationReason.IncompleteInformation => "The answer appears to have been given without all of the relevant information.",
                ReconsiderationReason.Statute => "The answer does not appear to be supported by the statute that applies.",
                ReconsiderationReason.Regulation => "The answer does not appear to be supported by the regulation that applies.",
                ReconsiderationReason.Equity => "The answer does not appear to be supported by considerations of equity.",
                ReconsiderationReason.Policy => "The answer does not appear to follow the agency's own written policy.",
                _ => null,
            },
            ["deadline"] = situation.Deadline,
            ["reply by"] = Day(situation.ReplyBy),
            ["staff"] = situation.StaffName,
            ["phone"] = PhoneNumber.Show(situation.Office?.Phone) is { Length: > 0 } phone ? phone : null,
            ["email"] = situation.Office?.Email,
        };
        return values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);
    }

    /// <summary>The text with the fields that have a value filled in.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Spaces().Replace(Field().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value, m.Value)), " ").Trim();

    /// <summary>The fields that are still to be filled in.</summary>
    public static IEnumerable<string> Left(string text) => Field().Matches(text).Select(m => m.Groups[1].Value).Where(Known.Contains).Distinct();

    private static string History(AgencyInquiry inquiry, LetterSituation situation)
    {
        List<(DateOnly Day, string Sentence)> moments =
        [
            .. inquiry.Responses.Select(r => (r.ReceivedOn, r.Kind switch
            {
                ResponseKind.Acknowledgment => $"Your office confirmed on {Day(r.ReceivedOn)} that it had our inquiry.",
                ResponseKind.Interim => $"Your office sent an interim answer on {Day(r.ReceivedOn)}.",
                _ => $"Your office answered on {Day(r.ReceivedOn)}.",
            })),
            .. inquiry.FollowUps.Select(f => situation.DayOf(f.SentAt)).Select(d => (d, $"We followed up on {Day(d)}.")),
        ];
        return string.Join(' ', moments.OrderBy(m => m.Day).Select(m => m.Sentence));
    }

    private static string Day(DateOnly day) => Texts.Day("en", day);

    [GeneratedRegex(@"\{([a-z][a-z ]*)\}")]
    private static partial Regex Field();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Spaces();
}
