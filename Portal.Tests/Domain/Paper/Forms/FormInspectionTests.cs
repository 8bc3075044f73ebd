using System.Text;
using Portal.Domain.Paper.Converting;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Paper.Harmless;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.Sealing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper.Forms;

public sealed class FormInspectionTests
{
    [Fact]
    public void Fields_of_a_small_form_are_read()
    {
        var shape = Accepted(FormSamples.Small());
        Assert.Equal([new FormPageSize(612, 792)], shape.Pages);
        Assert.Equal(
            [
                (1, "Name", FieldKind.Text, true), (2, "DOB", FieldKind.Text, false), (3, "Agree", FieldKind.CheckBox, false),
                (4, "Date signed", FieldKind.Text, false)
            ],
            shape.Fields.Select(f => (f.Number, f.Name, f.Kind, f.Required)));
        Assert.Equal("Name of the person", shape.Fields[0].Label);
        Assert.Equal(["Yes"], shape.Fields[2].States);
        Assert.Equal(new FieldPlace(1, 200, 92, 300, 20, null), shape.Fields[0].Places.Single());
    }

    [Fact]
    public void Names_types_and_flags_are_inherited_from_parent_fields()
    {
        var fields = Accepted(FormSamples.Nested).Fields.ToDictionary(f => f.Name);
        Assert.Equal(["person.name.full", "person.ids.ssn", "sex", "state", "records", "guardian", "initials", "languages"], fields.Keys);
        Assert.Equal(
            (FieldKind.Text, true, "Legal name of the person", 3),
            (fields["person.name.full"].Kind,
                fields["person.name.full"].Required,
                fields["person.name.full"].Tooltip,
                fields["person.name.full"].Places.Count));
        Assert.Equal((9, true), (fields["person.ids.ssn"].MaxLength, fields["person.ids.ssn"].Comb));
        Assert.Equal(["Mujer o F", "2", "0"], fields["sex"].States);
        Assert.Equal(FieldKind.Radio, fields["sex"].Kind);
        Assert.Equal([("NY", "New York"), ("PR", "Puerto Rico"), ("Elsewhere", "Elsewhere")], fields["state"].Options.Select(o => (o.Value, o.Text)));
        Assert.True(fields["records"].Multiline);
        Assert.True(fields["languages"] is { Editable: true, Options: [_, { Text: "Español" }] });
        Assert.Equal([1, 2, 1], fields["person.name.full"].Places.Select(p => p.Page));
    }

    [Fact]
    public void Positions_follow_the_rotation_and_crop_of_a_page()
    {
        var shape = Accepted(FormSamples.Turned);
        Assert.Equal([new FormPageSize(750, 560)], shape.Pages);
        Assert.Equal(["Name", "Town", "Signature", "Lost", "Barcode"], shape.Fields.Select(f => f.Name));
        Assert.Equal(new FieldPlace(1, 100, 85, 300, 20, null), shape.Fields[0].Places.Single());
        Assert.Equal(FieldKind.Signature, shape.Fields[2].Kind);
        Assert.Empty(shape.Fields[4].Places);
    }

    [Theory]
    [InlineData(
        "This PDF is already signed, and filling it would break the signature",
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [1 1 50 20] /V << /Type /Sig /Filter /Adobe.PPKLite >> >>",
        "",
        "")]
    [InlineData(
        "This PDF is already signed, and filling it would break the signature",
        "",
        "",
        "/Perms << /UR3 << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >> >>")]
    [InlineData("The form has a type of field we can't fill (“", "<< /Type /Annot /Subtype /Widget /FT /Barcode /T (x) /Rect [1 1 50 20] >>", "", "")]
    [InlineData("The form has a type of field we can't fill (“", "<< /Type /Annot /Subtype /Widget /T (x) /Rect [1 1 50 20] >>", "", "")]
    [InlineData("The form has a type of field we can't fill (“", "<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 1048576 /T (File) /Rect [1 1 50 20] >>", "", "")]
    public void Forms_that_cannot_be_filled_are_refused_with_a_specific_reason(string sentence, string field, string inForm, string inCatalog)
    {
        Refused(sentence, FormSamples.Small(field, inForm, inCatalog));
        var packed = FormSamples.SmallPdf(field, inForm, inCatalog).Pdf.PackedBytes(1);
        // A signature in an object stream isn't one: a real signature's dictionary must be uncompressed.
        if (!inCatalog.Contains("ByteRange", StringComparison.Ordinal))
            Refused(sentence, packed);
    }

    [Theory]
    [InlineData("an XFA twin", "", "/XFA [(template) 9 0 R]", "")]
    [InlineData("an XFA twin and a script", "", "/X#46A 9 0 R", "/Names << /JavaScript 9 0 R >>")]
    [InlineData("a script on opening", "", "", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("a program on opening", "", "", "/OpenAction << /S /Launch /F (cmd.exe) >>")]
    [InlineData("a script on closing", "", "", "/AA << /WC << /S /JavaScript /JS (app.alert(1)) >> >>")]
    [InlineData(
        "a number format", "<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [1 1 50 20] /AA << /K << /S /JavaScript /JS (AFNumber_Keystroke) >> >> >>", "", "")]
    [InlineData(
        "a button", "<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (Print) /Rect [1 1 50 20] /A << /S /SubmitForm /F (http://x) >> >>", "", "")]
    public async Task Forms_that_act_are_kept_without_what_acts(string what, string field, string inForm, string inCatalog)
    {
        Assert.NotEmpty(what);
        foreach (var file in new[] { FormSamples.Small(field, inForm, inCatalog), FormSamples.SmallPdf(field, inForm, inCatalog).Pdf.PackedBytes(1) })
        {
            var blank = await BlankAsync(file);
            Assert.Subset(Accepted(blank).Fields.Select(f => f.Name).ToHashSet(), new HashSet<string> { "Name", "DOB", "Agree", "Date signed" });
            Assert.DoesNotMatch("JavaScript|/JS|/XFA|/Launch|/AA|/OpenAction|/SubmitForm", PdfTools.Plain(blank));
            Assert.NotEmpty(Fillings.Filling.Fill(blank, Fillings.Everything(Accepted(blank))));
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("secret", false)]
    public async Task Forms_locked_against_changes_are_accepted_and_those_that_need_a_password_refused(string password, bool accepted)
    {
        foreach (var bits in (string[])["128", "256"])
        {
            var locked = PdfTools.Change(FormSamples.Small(), "--allow-weak-crypto", "--encrypt", password, "owner", bits, "--");
            var verdict = await Blanks.ReadAsync(locked, default);
            if (accepted)
                Assert.Equal(4, Accepted(Assert.IsType<CopyVerdict.Made>(verdict).Copy.Bytes).Fields.Count);
            else
                Assert.Contains("needs a password", FormInspection.Explain(Assert.IsType<CopyVerdict.Refused>(verdict).Why).Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_only_one_program_can_show_is_refused()
    {
        var verdict = await Blanks.ReadAsync(FormSamples.Small("", "/XFA 9 0 R /NeedAppearances true", "/NeedsRendering true"), default);
        Assert.StartsWith("This is an XFA form", FormInspection.Explain(Assert.IsType<CopyVerdict.Refused>(verdict).Why).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_which_nothing_acts_is_kept_as_published()
    {
        var file = FormSamples.Small();
        Assert.Equal(file, await BlankAsync(file));
    }

    [Fact]
    public void Forms_saved_by_other_programs_are_accepted()
    {
        var folder = Directory.CreateTempSubdirectory("portal-form-").FullName;
        var (plain, other) = (Path.Combine(folder, "plain.pdf"), Path.Combine(folder, "other.pdf"));
        foreach (var (sample, options) in from s in new[] { FormSamples.Small(), FormSamples.Nested, FormSamples.Turned, FormSamples.Tagged }
                                          from o in new[] { "--linearize", "--object-streams=generate", "--object-streams=disable", "--qdf" }
                                          select (s, o))
        {
            File.WriteAllBytes(plain, sample);
            Assert.Contains("exit 0", PdfTools.Start("qpdf", options, plain, other));
            Assert.Equal(Accepted(sample).Fields.Select(f => f.Name), Accepted(File.ReadAllBytes(other)).Fields.Select(f => f.Name));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Documents_without_fields_and_signed_documents_are_refused()
    {
        Refused("This PDF has no fields", PaperSamples.Printer.Print(PaperSamples.Release));
        var empty = new HandPdf();
        empty.Add("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] >> >>");
        empty.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        empty.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>");
        Refused("This PDF has no fields", empty.Bytes(1));
        Refused("This PDF is already signed, and filling it would break the signature", await SealSamples.Release);
    }

    [Fact]
    public void File_size_and_name_lengths_are_limited()
    {
        Refused("The form is larger than {0} MB", FormSamples.Small(), limits: new(MaxBytes: 1_000));
        Refused("The form has more than {0} pages", FormSamples.Nested, limits: new(MaxPages: 1));
        Refused("The form has more than {0} fields", FormSamples.Small(), limits: new(MaxFields: 3));
        Refused("The form has more than {0} fields", FormSamples.Nested, limits: new(MaxPlaces: 5));
        Refused("This file is damaged", FormSamples.Nested, limits: new(MaxUnpacked: 100));
        Refused("This file is empty", []);
        Refused("This isn't a PDF", "hello"u8.ToArray());
        Refused("This isn't a PDF", Sample.Png());
    }

    /// <summary>Left to itself, a PDF library crashes or hangs on each of these.</summary>
    [Theory]
    [InlineData("trailer\n<< /Size", "trailer\n<< /Prev 15 /Size")]
    [InlineData("startxref\n", "startxref<")]
    [InlineData("/Kids [3 0 R] /Count 1", "/Kids [2 0 R] /Count 1")]
    [InlineData("/T (Name)", "/T <4E616")]
    [InlineData("/T (Name)", "/T (Name")]
    public async Task Broken_structure_is_refused(string from, string to)
    {
        var whole = FormSamples.Small();
        var text = Encoding.Latin1.GetString(whole);
        Assert.Contains(from, text);
        var broken = Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
        Refused("This file is damaged", broken);
        await Pace.IsWithinAsync(20, () => FormInspection.Inspect(broken), () => FormInspection.Inspect(whole));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("<< /A ", " >>")]
    public void Deep_nesting_is_refused_anywhere_in_the_file(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 20_000)) + "0" + string.Concat(Enumerable.Repeat(close, 20_000));
        Refused("This file is damaged", FormSamples.Small($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [1 1 50 20] /Deep {deep} >>"));
        Refused(
            "This file is damaged",
            FormSamples.SmallPdf($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [1 1 50 20] /Deep {deep} >>").Pdf.PackedBytes(1));
    }

    [Fact]
    public void Circular_fields_are_refused()
    {
        var (pdf, extra) = FormSamples.SmallPdf("x");
        pdf.Set(extra, $"<< /FT /Tx /T (loop) /Kids [{extra} 0 R] /Parent {extra} 0 R >>");
        Assert.Contains("Name", Accepted(pdf.Bytes(1)).Fields.Select(f => f.Name));
    }

    /// <summary>Random bytes, bytes of the same kind, and truncated files: inspection always answers, and an accepted form can be filled.</summary>
    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void Random_changes_lead_to_a_refusal_or_a_valid_form(int seed, bool gentle)
    {
        var random = new Random(seed);
        var (accepted, runs) = (0, Rounds.Of(800, 120));
        var blanks = new[] { FormSamples.Small(), FormSamples.Nested, FormSamples.Turned, FormSamples.Tagged };
        for (var run = 0; run < runs; run++)
        {
            var file = (byte[])blanks[run % blanks.Length].Clone();
            for (var changes = random.Next(1, 10); changes > 0; changes--)
            {
                var at = random.Next(file.Length);
                file[at] = !gentle
                    ? (byte)random.Next(256)
                    : char.IsAsciiDigit((char)file[at]) ? (byte)"0123456789"[random.Next(10)]
                    : char.IsAsciiLetter((char)file[at]) ? (byte)"abcTFxAOnNK"[random.Next(11)]
                    : file[at];
            }

            file = !gentle && run % 5 == 0 ? file[..random.Next(file.Length)] : file;
            if (FormInspection.Inspect(file) is not FormVerdict.Accepted { Shape: var shape })
                continue;

            accepted++;
            FormPicture.Of(file);
            try
            {
                Fillings.Filling.Fill(file, Fillings.Everything(shape));
            }
            catch (InvalidDataException)
            {
                // The only exception that filling may throw.
            }
        }

        Assert.True(accepted > runs / 80, $"Only {accepted} forms were accepted: the bytes were too wild to test anything.");
    }

    private static FormBlanks Blanks { get; } = new(new ConverterProcess(ConverterCommand.Beside("Portal.Web")));

    private static async Task<byte[]> BlankAsync(byte[] file) => Assert.IsType<CopyVerdict.Made>(await Blanks.ReadAsync(file, default)).Copy.Bytes;

    private static FormShape Accepted(byte[] file)
    {
        var verdict = FormInspection.Inspect(file);
        return Assert.IsType<FormVerdict.Accepted>(verdict).Shape;
    }

    private static void Refused(string sentence, byte[] file, FormLimits? limits = null) =>
        Assert.StartsWith(sentence, Assert.IsType<FormVerdict.Refused>(FormInspection.Inspect(file, limits)).Sentence);
}
