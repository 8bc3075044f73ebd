using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.PrivacyReleases;

namespace Portal.Tests.Properties;

/// <summary>Whatever people type is parsed, refused or normalized, and never crashes anything.</summary>
public sealed class ParserProperties
{
    [Fact]
    public void Parsers_accept_or_refuse_any_text() => Prop.ForAll<string>(text =>
    {
        object?[] answers =
        [
            CaseReference.TryParse(text, out _), EmailAddress.TryParse(text, out _), Identifiers.Ssn(text), VerificationCode.Parse(text),
            SafetyWords.Find(text), Triage.HoldsSsn(text), text is null ? null : Triage.MaskSsn(text),
        ];
        return answers.Length == 7;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalizing_a_name_twice_changes_nothing_and_it_matches_itself() => Prop.ForAll<NonNull<string>>(text =>
    {
        var name = PersonName.Normalize(Clean(text.Get));
        return PersonName.Normalize(name) == name && (name.Length == 0 || PersonName.Matches(Clean(text.Get), name));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_parsed_email_address_parses_again() => Prop.ForAll<NonNull<string>>(text =>
        !EmailAddress.TryParse($"{text.Get}@example.org", out var address)
        || (EmailAddress.TryParse(address.Text, out var again) && again == address)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_masked_text_contains_no_number() => Prop.ForAll(
        (from area in Gen.Choose(1, 899).Where(a => a != 666)
         from @group in Gen.Choose(1, 99)
         from serial in Gen.Choose(1, 9999)
         select (area, @group, serial)).ToArbitrary(),
        parts => !Triage.HoldsSsn(Triage.MaskSsn($"it is {parts.area:000}-{parts.group:00}-{parts.serial:0000}."))).QuickCheckThrowOnFailure();

    // Half a surrogate pair isn't valid text; browsers replace it before sending.
    private static string Clean(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
