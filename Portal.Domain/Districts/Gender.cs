namespace Portal.Domain.Districts;

/// <summary>How Spanish addresses a Member: its titles have a gender, English ones none.</summary>
public enum Gender
{
    /// <summary>Not known: the title is written in both forms, or left out.</summary>
    Unknown,

    /// <summary>"La senadora".</summary>
    Female,

    /// <summary>"El senador".</summary>
    Male,
}
