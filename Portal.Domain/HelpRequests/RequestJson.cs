using System.Text.Json;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.HelpRequests;

/// <summary>Seals and unseals the answers of a request.</summary>
public static class RequestJson
{
    private const string Column = "HelpRequest/SealedAnswers";

    /// <summary>Seals them with the case's key.</summary>
    public static string Seal(CaseCipher cipher, RequestAnswers answers) => cipher.Seal(JsonSerializer.Serialize(answers, EventJson.Options), Column);

    /// <summary>Reads them back.</summary>
    public static RequestAnswers Unseal(CaseCipher cipher, HelpRequest request) =>
        JsonSerializer.Deserialize<RequestAnswers>(cipher.Unseal(request.SealedAnswers, Column), EventJson.Options)!;
}
