namespace Portal.Domain.Districts;

/// <summary>How to reach a Member.</summary>
/// <param name="Title">"Representative", "Senator", "Delegate" or "Resident Commissioner".</param>
/// <param name="Member">Name, phone number, website, and contact form.</param>
/// <param name="TermEnded">Whether the term has ended according to our data, so someone else may hold the seat.</param>
/// <param name="Offices">The Member's offices at home, nearest first.</param>
public sealed record MemberContact(string Title, Legislator Member, bool TermEnded, IReadOnlyList<LegislatorOffice> Offices)
{
    /// <summary>Title and name in the reader's language: "Senadora Jane Doe".</summary>
    public string NameIn(string language) => $"{MemberTitle.In(language, Title, Member.Gender)} {Member.FullName}";
}
