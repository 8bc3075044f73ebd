using Hangfire.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Forwards Hangfire's log to the site's log.</summary>
internal sealed class EngineLog(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new Writer(loggers.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            // Hangfire keeps one provider for the whole process, even after its host is gone.
            return new Writer(NullLogger.Instance);
        }
    }

    private sealed class Writer(ILogger log) : ILog
    {
        // Without a message, it only reports whether the level is enabled.
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            var level = logLevel switch
            {
                Hangfire.Logging.LogLevel.Trace => LogLevel.Trace,
                Hangfire.Logging.LogLevel.Debug => LogLevel.Debug,
                Hangfire.Logging.LogLevel.Info => LogLevel.Information,
                Hangfire.Logging.LogLevel.Warn => LogLevel.Warning,
                Hangfire.Logging.LogLevel.Error => LogLevel.Error,
                _ => LogLevel.Critical,
            };
            if (!log.IsEnabled(level))
                return false;
            if (messageFunc is not null)
                log.Log(level, exception, "{Message}", messageFunc());
            return true;
        }
    }
}
