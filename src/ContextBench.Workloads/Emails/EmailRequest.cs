using System.Buffers;

namespace ContextBench.Workloads.Emails;

/// <summary>The body of a request, <c>{"emails":["…"]}</c>.</summary>
/// <param name="Emails">The addresses to send to; null where the body had none.</param>
public sealed record EmailRequest(string?[]? Emails)
{
    /// <summary>The most addresses that one request may have.</summary>
    public const int MaxEmails = 1_000;

    /// <summary>
    /// The longest address, in UTF-16 units (RFC 5321: 64 for the local part, '@', 255 for the domain).
    /// </summary>
    public const int MaxAddressLength = 320;

    // Control characters and Unicode's own line and paragraph separators.
    private static readonly SearchValues<char> LineBreaking = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue)
            .Select(code => (char)code)
            .Where(c => char.IsControl(c) || c is '\u2028' or '\u2029')]);

    /// <summary>Says what makes the request unfit to handle.</summary>
    /// <returns>One sentence for the client, or null for a valid request.</returns>
    public string? Problem()
    {
        if (Emails is null)
            return "The body has no \"emails\": send {\"emails\":[\"user@example.com\"]}.";
        if (Emails.Length > MaxEmails)
            return $"The body has {Emails.Length} emails; at most {MaxEmails} are allowed.";

        for (var i = 0; i < Emails.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(Emails[i]))
                return $"The entry emails[{i}] is null or empty; each entry is an address.";
            if (Emails[i]!.Length > MaxAddressLength)
                return $"The entry emails[{i}] has over {MaxAddressLength} characters; it is no address.";
            if (Emails[i].AsSpan().ContainsAny(LineBreaking))
                return $"The entry emails[{i}] has a control character; it could forge a log line.";
        }

        return null;
    }
}
