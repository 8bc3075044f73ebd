namespace Portal.Web.Commands.Doctor;

/// <summary>The result of a check.</summary>
internal sealed record Finding(bool IsProblem, string Sentence)
{
    public static Finding Fine(string sentence) => new(false, sentence);

    public static Finding Problem(string sentence) => new(true, sentence);
}
