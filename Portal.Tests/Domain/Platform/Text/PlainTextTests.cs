using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;
using Portal.Tests.Domain.Platform.Protection;

namespace Portal.Tests.Domain.Platform.Text;

/// <summary>One reading of what people type, for checking, storing, sending, matching, and searching.</summary>
public sealed class PlainTextTests
{
    private const string Zwsp = "\u200B";
    private const string Bidi = "\u202A";

    [Theory]
    [InlineData("Łukasz", "Lukasz")]
    [InlineData("Kaʻiulani", "Kaiulani")]
    [InlineData("Kaʻiulani", "Ka'iulani")]
    [InlineData("Muñoz", "munoz")]
    [InlineData("Søren Ørsted", "soren orsted")]
    [InlineData("Đặng Thị", "dang thi")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("O’Brien", "O'Brien")]
    [InlineData("O`Brien", "obrien")]
    [InlineData("Anne‑Marie", "anne marie")]
    [InlineData("Anne–Marie", "Anne-Marie")]
    [InlineData("Ｍａｒｉａ", "maria")]
    [InlineData("Mar\u200Bia", "Maria")]
    [InlineData("\u202AMaria\u202C", "Maria")]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Þórdís", "thordis")]
    [InlineData("İpek Yıldız", "ipek yildiz")]
    [InlineData("Maria  de\u00A0la\u3000Cruz", "maria de la cruz")]
    public void Names_are_the_same_whatever_keyboard_typed_them(string one, string other) => Assert.True(PersonName.Matches(one, other));

    [Theory]
    [InlineData("Maria", "Mario")]
    [InlineData("Li Na", "Na Li")]
    [InlineData("王芳", "王明")]
    public void Different_names_stay_different(string one, string other) => Assert.False(PersonName.Matches(one, other));

    [Theory]
    [InlineData("ana@example.com")]
    [InlineData("ANA@Example.COM")]
    [InlineData(" ana@example.com\u200B")]
    [InlineData("\u202Aana@example.com\u202C")]
    [InlineData("mailto:ana@example.com")]
    [InlineData("ａｎａ@ｅｘａｍｐｌｅ.ｃｏｍ")]
    [InlineData("ana\u00AD@example.com")]
    public void An_email_address_is_read_the_same_however_it_was_pasted(string typed)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal("ANA@EXAMPLE.COM", address.Normalized);
    }

    [Theory]
    [InlineData("jo@münchen.example", "jo@xn--mnchen-3ya.example")]
    [InlineData("JO@MÜNCHEN.example", "jo@münchen.example")]
    [InlineData("jo@xn--MNCHEN-3ya.example", "jo@münchen.example")]
    [InlineData("josé@example.com", "jose\u0301@example.com")]
    [InlineData("jo@例え.example", "jo@xn--r8jz45g.example")]
    public void Two_spellings_of_one_address_are_one(string one, string other)
    {
        Assert.True(EmailAddress.TryParse(one, out var first), one);
        Assert.True(EmailAddress.TryParse(other, out var second), other);
        Assert.Equal(first.Normalized, second.Normalized);
    }

    [Theory]
    [InlineData("ana@example")]
    [InlineData("ana@exam_ple.com")]
    [InlineData("ana@-example.com")]
    [InlineData("ana example.com")]
    [InlineData("ana@@example.com")]
    [InlineData("ana@example.com, bo@example.com")]
    public void What_no_mail_server_can_find_is_no_address(string typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Theory]
    [InlineData("ana@gmial.com", "ana@gmail.com")]
    [InlineData("ana@gmail.co", "ana@gmail.com")]
    [InlineData("ana@gmai.com", "ana@gmail.com")]
    [InlineData("ana@gmail.con", "ana@gmail.com")]
    [InlineData("ana@yaho.com", "ana@yahoo.com")]
    [InlineData("ana@hotmial.com", "ana@hotmail.com")]
    [InlineData("ana@outlok.com", "ana@outlook.com")]
    [InlineData("ana@iclould.com", "ana@icloud.com")]
    [InlineData("ana@gmail.com", null)]
    [InlineData("ana@mail.com", null)]
    [InlineData("ana@ymail.com", null)]
    [InlineData("ana@golden.k12.co.us", null)]
    [InlineData("ana@example.com", null)]
    [InlineData("not an address", null)]
    public void A_mistyped_provider_is_noticed(string typed, string? meant) => Assert.Equal(meant, EmailTypo.Suggest(typed));

    [Theory]
    [InlineData("303-555-0172")]
    [InlineData("303–555–0172")]
    [InlineData("303\u2011555\u20110172")]
    [InlineData("303\u2212555\u22120172")]
    [InlineData(Zwsp + "303 555 0172" + Bidi)]
    [InlineData("(303)\u00A0555-0172")]
    [InlineData("３０３-５５５-０１７２")]
    [InlineData("+1 303.555.0172")]
    public void A_phone_number_is_stored_and_found_however_it_was_typed(string typed)
    {
        Assert.Equal("+13035550172", PhoneNumber.Store(typed));
        var index = new BlindIndex(TestKeys.Ring());
        Assert.Equal(PhoneNumber.IndexOf("3035550172", index), PhoneNumber.IndexOf(typed, index));
    }

    [Theory]
    [InlineData("80401", "80401")]
    [InlineData("80401-", "80401")]
    [InlineData("CO 80401", "80401")]
    [InlineData("CO, 80401-1234", "80401-1234")]
    [InlineData("co80401", "80401")]
    [InlineData("80401–1234", "80401-1234")]
    [InlineData("８０４０１", "80401")]
    [InlineData("ZIP: 80401", "80401")]
    [InlineData("80401.", "80401")]
    [InlineData("804 01\u200B", "80401")]
    [InlineData("8040", null)]
    [InlineData("804011", null)]
    [InlineData("XX 80401", null)]
    public void A_zip_code_is_read_with_what_people_write_around_it(string typed, string? read) =>
        Assert.Equal(read, ZipCode.TryParse(typed, out var zip) ? zip.ToString() : null);

    [Theory]
    [InlineData("{0}-{1}")]
    [InlineData("#{0}-{1}")]
    [InlineData("{0}{1}")]
    [InlineData("{0}–{1}")]
    [InlineData("Ref: {0} {1}")]
    [InlineData("case no. {0}-{1}.")]
    [InlineData("My number is {0}-{1}, thank you")]
    [InlineData("“{0}-{1}”")]
    [InlineData("{0}\u200B-{1}")]
    public void A_reference_is_read_with_what_people_write_around_it(string form)
    {
        var reference = CaseReference.Create();
        var parts = reference.ToString().ToLowerInvariant().Split('-');
        Assert.True(CaseReference.TryParse(string.Format(CultureInfo.InvariantCulture, form, parts[0], parts[1]), out var read));
        Assert.Equal(reference, read);
    }

    [Theory]
    [InlineData("#REF")]
    [InlineData("ABCDE-FGHJ2")]
    [InlineData("")]
    [InlineData("a reference")]
    public void Other_words_are_no_reference(string typed) => Assert.False(CaseReference.TryParse(typed, out _));

    [Theory]
    [InlineData("4", "28", "1956", "1956-04-28")]
    [InlineData("Apr", "4", "1956", "1956-04-04")]
    [InlineData("april", "04", "1956", "1956-04-04")]
    [InlineData("abril", "4", "1956", "1956-04-04")]
    [InlineData("Sept.", "30", "1956", "1956-09-30")]
    [InlineData("dic", "31", "1956", "1956-12-31")]
    [InlineData("４", "２８", "１９５６", "1956-04-28")]
    [InlineData("May", "1st", "1956", "1956-05-01")]
    [InlineData("13", "1", "1956", null)]
    [InlineData("2", "30", "1956", null)]
    [InlineData("4", "28", "56", null)]
    public void Three_fields_make_a_date(string month, string day, string year, string? date) =>
        Assert.Equal(date, TypedDate.TryParse(month, day, year, out var read) ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData("4/28/2026", "2026-04-28")]
    [InlineData("04-28-2026", "2026-04-28")]
    [InlineData("2026-04-28", "2026-04-28")]
    [InlineData("Apr 28, 2026", "2026-04-28")]
    [InlineData("April 28th 2026", "2026-04-28")]
    [InlineData("28 de abril de 2026", "2026-04-28")]
    [InlineData("28 Apr 2026", "2026-04-28")]
    [InlineData("Apr 4", null)]
    [InlineData("soon", null)]
    public void One_field_makes_a_date(string typed, string? date) =>
        Assert.Equal(date, TypedDate.TryParse(typed, out var read) ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
}
