using System.Text.Json;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.HelpRequests;

/// <summary>Encrypts and decrypts a request's answers.</summary>
public static class RequestJson
{
    private const string Column = "HelpRequest/SealedAnswers";

    /// <summary>Encrypts the answers with the case's key.</summary>
    public static string Seal(CaseCipher cipher, RequestAnswers answers) =>
        cipher.Seal(JsonSerializer.Serialize(answers, EventJson.Options), Column);

    /// <summary>Decrypts the answers.</summary>
    public static RequestAnswers Unseal(CaseCipher cipher, HelpRequest request) =>
        JsonSerializer.Deserialize<RequestAnswers>(cipher.Unseal(request.SealedAnswers, Column), EventJson.Options)!;
}
