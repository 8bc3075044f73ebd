using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Domain.MailRoom;

/// <summary>What happens with an email.</summary>
public abstract record MailVerdict
{
    /// <summary>The cases that an email may belong to by this verdict, the likeliest first.</summary>
    public static IReadOnlyList<Proposed> Possible(MailVerdict verdict) => verdict switch
    {
        ToCase sure => [new(sure.CaseId, sure.As, sure.As == FiledAs.Message ? ProposalReason.FromPerson : ProposalReason.WroteTo) { InquiryId = sure.InquiryId }],
        Ask ask => ask.Proposals,
        _ => [],
    };

    /// <summary>It belongs to a case beyond doubt.</summary>
    public sealed record ToCase(Guid CaseId, FiledAs As, Guid? InquiryId) : MailVerdict;

    /// <summary>It's a delivery report about an email we sent.</summary>
    /// <param name="MailId">Our email.</param>
    /// <param name="Said">What it says.</param>
    public sealed record Report(Guid MailId, DeliveryReport Said) : MailVerdict;

    /// <summary>A program wrote it, and nobody needs it.</summary>
    public sealed record Nothing : MailVerdict;

    /// <summary>Somebody has to look.</summary>
    /// <param name="Why">Why it isn't filed by itself.</param>
    /// <param name="Proposals">The cases it may belong to, the likeliest first.</param>
    public sealed record Ask(WaitReason Why, IReadOnlyList<Proposed> Proposals) : MailVerdict;
}

/// <summary>A case that an email may belong to.</summary>
public sealed record Proposed(Guid CaseId, FiledAs As, ProposalReason Why)
{
    /// <summary>The inquiry it may answer.</summary>
    public Guid? InquiryId { get; init; }
}
