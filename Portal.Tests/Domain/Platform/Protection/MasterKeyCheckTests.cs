using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Protection;

/// <summary>A key ring that can't open the data is noticed before anything is sealed with it.</summary>
public sealed class MasterKeyCheckTests
{
    private static readonly MasterKeys Right = MasterKeys.FromConfiguration("k1", Key(1));

    [OnBoth]
    [Theory]
    public async Task The_right_key_has_no_problem_and_is_proven_once(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await KeepAsync(database, Right);
        await KeepAsync(database, Right);
        Assert.Null(await ProblemAsync(database, Right));
        await using var db = database.Open();
        Assert.Equal(["k1", MasterKeyCheck.IndexName], (await db.Set<KeyProof>().Select(p => p.Name).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [OnBoth]
    [Theory]
    public async Task Another_key_under_the_same_name_is_noticed_even_without_any_data(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await KeepAsync(database, Right);
        Assert.Contains("k1 has the right name, but it isn't the key", await ProblemAsync(database, MasterKeys.FromConfiguration("k1", Key(2))), StringComparison.Ordinal);
    }

    [OnBoth]
    [Theory]
    public async Task A_wrong_older_key_is_noticed_behind_a_right_current_one(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await KeepAsync(database, Right.With("k2", Key(2)));
        Assert.Null(await ProblemAsync(database, Right.With("k2", Key(2))));
        Assert.Contains("k1 has the right name", await ProblemAsync(database, MasterKeys.FromConfiguration("k1", Key(9)).With("k2", Key(2))), StringComparison.Ordinal);
    }

    [OnBoth]
    [Theory]
    public async Task A_ring_that_lost_its_index_key_is_noticed(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await KeepAsync(database, Right.With("k2", Key(2)));
        Assert.Contains(
            "they were made with another one", await ProblemAsync(database, MasterKeys.FromConfiguration("k2", Key(2))), StringComparison.Ordinal);
    }

    [OnBoth]
    [Theory]
    public async Task A_key_added_later_is_proven_at_the_next_start(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await KeepAsync(database, Right);
        await KeepAsync(database, Right.With("k2", Key(2)));
        Assert.Contains("k2 has the right name", await ProblemAsync(database, Right.With("k2", Key(3))), StringComparison.Ordinal);
    }

    [OnBoth("data key")]
    [OnBoth("protection key")]
    [OnBoth("authenticator key")]
    [Theory]
    public async Task Data_of_a_missing_key_is_noticed(DatabaseProvider on, string what)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using (var db = database.Open())
        {
            var sealedText = new SystemCipher(MasterKeys.FromConfiguration("k0", Key(0))).Seal("x", "y");
            var member = new StaffMember { Id = Guid.CreateVersion7(), UserName = "a@example.gov", Email = "a@example.gov" };
            object[] rows = what switch
            {
                "data key" => [new DataKey { OwnerId = Guid.CreateVersion7(), WrappedKey = sealedText, MasterKeyId = "k0", CreatedAt = DateTime.UnixEpoch }],
                "protection key" => [new ProtectionKey { Id = Guid.CreateVersion7(), SealedXml = sealedText }],
                _ => [member, new IdentityUserToken<Guid> { UserId = member.Id, LoginProvider = "x", Name = "AuthenticatorKey", Value = sealedText }],
            };
            db.AddRange(rows);
            await db.SaveChangesAsync();
        }

        Assert.Contains("sealed by a master key that is missing: k0.", await ProblemAsync(database, Right), StringComparison.Ordinal);
    }

    [OnBoth]
    [Theory]
    public async Task Of_two_first_starts_with_different_keys_one_is_refused(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var late = database.Open();
        var other = new MasterKeyCheck(late, MasterKeys.FromConfiguration("k1", Key(2)));
        await KeepAsync(database, Right);
        Assert.NotNull(await other.ProblemAsync(default));
        Assert.True(MasterKeyCheck.HoldsSealedData(database.Settings));
    }

    private static async Task<string?> ProblemAsync(TestDatabase database, MasterKeys keys)
    {
        await using var db = database.Open();
        return await new MasterKeyCheck(db, keys).ProblemAsync(default);
    }

    private static async Task KeepAsync(TestDatabase database, MasterKeys keys)
    {
        await using var db = database.Open();
        await new MasterKeyCheck(db, keys).KeepProofsAsync(default);
    }

    private static string Key(byte value) => Convert.ToBase64String(Enumerable.Repeat(value, MasterKeys.KeySize).ToArray());
}
