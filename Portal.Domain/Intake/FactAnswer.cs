using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;

namespace Portal.Domain.Intake;

/// <summary>A fact about a person that staff wrote down and a stranger is unlikely to know.</summary>
public enum FactAsked
{
    /// <summary>The date of birth.</summary>
    BirthDate,

    /// <summary>The five digits of the ZIP code.</summary>
    Zip,

    /// <summary>The last four digits of the phone number.</summary>
    PhoneEnd,
}

/// <summary>What somebody answered when asked for a fact.</summary>
/// <param name="BornOn">The date of birth; null when they were asked something else.</param>
/// <param name="Digits">The digits; null when they were asked for the date of birth.</param>
public sealed record FactAnswer(DateOnly? BornOn = null, string? Digits = null)
{
    /// <summary>What somebody is told whose answer doesn't fit.</summary>
    public const string Wrong = "That isn't what we wrote down. Try again, or call us.";

    private const int PhoneDigits = 4;

    /// <summary>The fact that's asked for: the hardest to guess that was written down. Null when none was.</summary>
    public static FactAsked? AskedOf(RequestAnswers answers) =>
        answers.Person.BornOn is not null ? FactAsked.BirthDate
        : ZipCode.TryParse(answers.Address.Zip, out _) ? FactAsked.Zip
        : PhoneNumber.TryParse(answers.Person.Phone, out _) ? FactAsked.PhoneEnd : null;

    /// <summary>Whether the answer is what was written down.</summary>
    public bool Fits(RequestAnswers answers) => AskedOf(answers) switch
    {
        FactAsked.BirthDate => BornOn == answers.Person.BornOn,
        FactAsked.Zip => ZipCode.TryParse(answers.Address.Zip, out var ours) && ZipCode.TryParse(Digits, out var theirs) && ours.Five == theirs.Five,
        FactAsked.PhoneEnd => PhoneNumber.TryParse(answers.Person.Phone, out var phone) && phone.Digits[^PhoneDigits..] == Digits?.Trim(),
        _ => true,
    };
}
