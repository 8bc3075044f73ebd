namespace Portal.Domain.Districts;

/// <summary>A Member's gender, needed because titles in Spanish are gendered.</summary>
public enum Gender
{
    /// <summary>Unknown: the title is written in both forms or left out.</summary>
    Unknown,

    /// <summary>"La senadora".</summary>
    Female,

    /// <summary>"El senador".</summary>
    Male,
}
