using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Staff;

namespace Portal.Tests.BackOffice.Security;

public sealed class PasswordRulesTests
{
    private static readonly PasswordRules Rules = new(OfficeCard.Placeholder with { MemberName = "Representative Jordan Rivera" });
    private static readonly StaffMember Maria = new() { DisplayName = "Maria Alvarez", Email = "malvarez@office.example" };

    [Theory]
    [InlineData("four purple walruses juggle")]
    [InlineData("cuatro morsas moradas bailan")]
    [InlineData("xK9!vQ2#pL7$mZ4")]
    [InlineData("ключ от старой двери")]
    public void Long_passwords_are_accepted_whatever_characters_they_use(string password) => Assert.Null(Rules.Refusal(Maria, password));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("xK9!vQ2#pL7$mZ")]
    public void Short_passwords_are_refused(string? password) => Assert.StartsWith("Use at least 15", Rules.Refusal(Maria, password), StringComparison.Ordinal);

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password1234567890!")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("Maria.Alvarez.2026!")]
    [InlineData("representativeJordanRivera1")]
    [InlineData("congress-office-2026")]
    public void Common_passwords_are_refused(string password) =>
        Assert.StartsWith("This password is too easy", Rules.Refusal(Maria, password), StringComparison.Ordinal);
}
