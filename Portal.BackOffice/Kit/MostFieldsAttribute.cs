namespace Portal.BackOffice.Kit;

/// <summary>How many fields a page's form may have, where that's more than usual.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MostFieldsAttribute(int count) : Attribute
{
    /// <summary>The most fields.</summary>
    public int Count => count;
}
