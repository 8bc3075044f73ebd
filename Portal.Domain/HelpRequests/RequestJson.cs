using System.Text.Json;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.HelpRequests;

/// <summary>Encrypts and decrypts a request's answers.</summary>
public static class RequestJson
{
    private const string Column = "HelpRequest/SealedAnswers";
    private const string ContactColumn = "HelpRequest/SealedContact";

    /// <summary>Encrypts the answers with the case's key.</summary>
    public static string Seal(CaseCipher cipher, RequestAnswers answers) =>
        cipher.Seal(JsonSerializer.Serialize(answers, EventJson.Options), Column);

    /// <summary>Encrypts contact data that was corrected.</summary>
    public static string SealContact(CaseCipher cipher, ContactData contact) =>
        cipher.Seal(JsonSerializer.Serialize(contact, EventJson.Options), ContactColumn);

    /// <summary>Decrypts the answers, with the contact data as it is now.</summary>
    public static RequestAnswers Unseal(CaseCipher cipher, HelpRequest request) => request.SealedContact is { } corrected
        ? JsonSerializer.Deserialize<ContactData>(cipher.Unseal(corrected, ContactColumn), EventJson.Options)!.Into(UnsealAsSent(cipher, request))
        : UnsealAsSent(cipher, request);

    /// <summary>Decrypts the answers as they were sent.</summary>
    public static RequestAnswers UnsealAsSent(CaseCipher cipher, HelpRequest request) =>
        JsonSerializer.Deserialize<RequestAnswers>(cipher.Unseal(request.SealedAnswers, Column), EventJson.Options)!;
}
