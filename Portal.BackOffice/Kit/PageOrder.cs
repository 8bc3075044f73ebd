namespace Portal.BackOffice.Kit;

/// <summary>Sorts field names in the order their properties are declared, which is their order on the page.</summary>
internal sealed class PageOrder(Type model) : IComparer<string>
{
    public int Compare(string? x, string? y)
    {
        var (first, second) = (Places(x ?? ""), Places(y ?? ""));
        foreach (var (left, right) in first.Zip(second))
            if (left != right)
                return left - right;
        return first.Count - second.Count;
    }

    private List<int> Places(string name)
    {
        var places = new List<int>();
        var type = model;
        foreach (var part in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var properties = type.GetProperties();
            var place = Array.FindIndex(properties, property => property.Name == part.Split('[')[0]);
            places.Add(place);
            if (place < 0)
                break;
            type = properties[place].PropertyType;
        }

        return places;
    }
}
