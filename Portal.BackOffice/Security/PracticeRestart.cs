using Microsoft.Extensions.Hosting;

namespace Portal.BackOffice.Security;

/// <summary>Lets a page of the practice office ask for fresh cases: the process ends this site and begins another.</summary>
public sealed class PracticeRestart(IHostApplicationLifetime lifetime)
{
    /// <summary>Whether somebody asked.</summary>
    public bool IsWanted { get; private set; }

    /// <summary>Asks. Requests that are running are answered first.</summary>
    public void Ask()
    {
        IsWanted = true;
        lifetime.StopApplication();
    }
}
