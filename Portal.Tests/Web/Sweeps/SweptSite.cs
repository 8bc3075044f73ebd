using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>One site for all sweeps that leave it unchanged.</summary>
[CollectionDefinition(nameof(SweptSite))]
public sealed class SweptSite : ICollectionFixture<SiteWorld>;
