namespace Portal.Domain.Platform.Protection;

/// <summary>Wraps data keys with the current master key, and unwraps them with the one that wrapped them.</summary>
internal sealed class DataKeyWrap(MasterKeys keys)
{
    private readonly FieldCipher _cipher = new(keys.CurrentId, id => keys.Derive("data-key-wrap", id));

    public string Wrap(Guid owner, byte[] dataKey) => _cipher.Seal(dataKey, Place(owner));

    public byte[] Unwrap(Guid owner, string wrapped) => _cipher.UnsealBytes(wrapped, Place(owner));

    private static string Place(Guid owner) => $"DataKey/{owner:N}/WrappedKey";
}
