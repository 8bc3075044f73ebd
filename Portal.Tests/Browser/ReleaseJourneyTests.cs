using System.Text.RegularExpressions;

namespace Portal.Tests.Browser;

/// <summary>Five people sign their releases: an ordinary one by keyboard, one abroad, a beneficiary, a guardian, one by mark.</summary>
public sealed class ReleaseJourneyTests(RunningPortal portal)
{
    [Theory]
    [InlineData("en", 320, true)]
    [InlineData("es", 1280, false)]
    public async Task A_signer_abroad_declares_under_the_laws_of_the_United_States(string language, int width, bool scripts)
    {
        await using var person = await Visitor.ComeAsync(portal, language, width, scripts);
        await person.AskForHelpAsync("dos-passport-delay", $"abroad-{language}@example.com");
        await person.PressAsync(Leading.To("/release/"));
        await person.ChooseAsync("Input.OutsideUnitedStates", "true");
        await person.ContinueAsync();
        await person.ContinueAsync();
        Assert.Contains(
            language == "es" ? "leyes de los Estados Unidos" : "under the laws of the United States of America",
            await person.Page.Locator(".document").InnerTextAsync());
        await SignAsync(person, "Ana Garcia");
    }

    [Theory]
    [InlineData("en", 1280, false)]
    [InlineData("es", 320, true)]
    public async Task A_guardian_signs_with_proof_after_fixing_the_reported_errors(string language, int width, bool scripts)
    {
        await using var person = await Visitor.ComeAsync(portal, language, width, scripts);
        await person.AskForHelpAsync("dos-passport-delay", $"guardian-{language}@example.com", "Lucía");
        await person.PressAsync(Leading.To("/release/"));
        await person.ContinueAsync();
        await person.ChooseAsync("Input.Capacity", "ParentOrGuardian");
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await person.TypeAsync("Input.SignerName", "Carmen García");
        var proof = Path.Combine(portal.Folder, $"birth-{language}.pdf");
        await File.WriteAllBytesAsync(proof, Domain.Paper.Inspection.Sample.PlainPdf());
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(proof);
        await person.ContinueAsync();
        await SignAsync(person, "carmen garcia");
        Assert.Equal(0, await person.Page.Locator(".usa-alert--error").CountAsync());
    }

    [Theory]
    [InlineData("en", 320, true)]
    [InlineData("es", 320, false)]
    public async Task A_signature_by_mark_needs_two_witnesses(string language, int width, bool scripts)
    {
        await using var person = await Visitor.ComeAsync(portal, language, width, scripts);
        await person.AskForHelpAsync("ssa-missing-payment", $"mark-{language}@example.com");
        await person.PressAsync(Leading.To("/release/"));
        await person.ContinueAsync();
        await person.ChooseAsync("Input.ByMark", "true");
        await person.ContinueAsync();
        await person.ChooseAsync("Agreed", "true");
        await person.TypeAsync("TypedName", "X");
        await person.PressAsync("button.usa-button--big");
        await person.ErrorsAsync();
        foreach (var (i, name) in new[] { "Tom Ash", "Lee Oak" }.Index())
        {
            await person.TypeAsync($"Witnesses[{i}].Name", name);
            await person.TypeAsync($"Witnesses[{i}].Address", $"{i + 1} Elm Street, Golden");
        }

        await person.PressAsync("button.usa-button--big");
        Assert.EndsWith("/done", person.Page.Url);
        Assert.Equal("", string.Join('\n', person.Complaints));
    }

    [Theory]
    [InlineData("en", "es")]
    [InlineData("es", "en")]
    public async Task A_beneficiary_signs_a_separate_release_through_a_separate_link_and_code(string language, string beneficiaryLanguage)
    {
        await using var petitioner = await Visitor.ComeAsync(portal, language);
        var email = $"petitioner-{language}@example.com";
        var reference = await petitioner.AskForHelpAsync("uscis-family-petition", email);
        await petitioner.OpenStatusAsync(portal, reference, email);
        await petitioner.LookAsync();
        await petitioner.PressAsync(Leading.To("/status/person"));
        await petitioner.ContinueAsync();
        await petitioner.ErrorsAsync();
        var other = $"beneficiary-{language}@example.com";
        await petitioner.TypeAsync("PersonName", "Luis García Peña");
        await petitioner.TypeAsync("Email", other);
        await petitioner.ChooseAsync("Language", beneficiaryLanguage);
        await petitioner.ContinueAsync();
        Assert.EndsWith("/status/case", petitioner.Page.Url);
        Assert.Contains("Luis García Peña", await petitioner.Page.Locator("main").InnerTextAsync());

        await using var beneficiary = await Visitor.ComeAsync(portal, beneficiaryLanguage, 320, scripts: false);
        var leaving = await petitioner.Page.Locator(Leading.To("/release/")).Last.GetAttributeAsync("formaction");
        await beneficiary.GoAsync(Uri.UnescapeDataString(leaving!.Split("leave=")[1]));
        await beneficiary.PressAsync("main form button");
        await beneficiary.TypeAsync("Code", await portal.CodeForAsync(other));
        await beneficiary.ContinueAsync();
        Assert.Equal("Luis García Peña", await beneficiary.Page.Locator("[name='Input.LegalName']").InputValueAsync());
        foreach (var (part, value) in new[] { ("Month", "2"), ("Day", "11"), ("Year", "1990") })
            await beneficiary.TypeAsync("Input.BornOn." + part, value);
        await beneficiary.TypeAsync("Input.Address", "Calle 5, Puebla, México");
        await beneficiary.ContinueAsync();
        await beneficiary.ContinueAsync();
        Assert.EndsWith("/paper", beneficiary.Page.Url);
        await beneficiary.GoAsync("/status/case");
        Assert.Contains("/status", beneficiary.Page.Url);
        Assert.DoesNotContain("/status/case", beneficiary.Page.Url);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task A_release_is_signed_with_a_keyboard_alone(string language)
    {
        await using var person = await Visitor.ComeAsync(portal, language);
        await person.AskForHelpAsync("ssa-missing-payment", $"keys-{language}@example.com");
        await person.TabToAsync("href", "/release/");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.WaitForURLAsync(new Regex("/details$"));
        await person.TabToAsync("class", "usa-button");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.WaitForURLAsync(new Regex("/signer$"));
        await person.LookAsync();
        await person.TabToAsync("class", "usa-button");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.WaitForURLAsync(new Regex("/read$"));
        await person.TabToAsync("name", "Agreed");
        await person.Page.Keyboard.PressAsync("Space");
        await person.TabToAsync("name", "TypedName");
        await person.Page.Keyboard.TypeAsync("Ana García");
        await person.TabToAsync("class", "usa-button usa-button--big");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.WaitForURLAsync(new Regex("/done$"));
        await person.LookAsync();
        Assert.Equal("", string.Join('\n', person.Complaints));
    }

    private static async Task SignAsync(Visitor person, string name)
    {
        Assert.EndsWith("/read", person.Page.Url);
        await person.ChooseAsync("Agreed", "true");
        await person.TypeAsync("TypedName", name);
        await person.PressAsync("button.usa-button--big");
        Assert.EndsWith("/done", person.Page.Url);
        Assert.Equal("", string.Join('\n', person.Complaints));
    }
}
