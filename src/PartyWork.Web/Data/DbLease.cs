using PartyWork.Domain;

namespace PartyWork.Web.Data;

/// <summary>What a pooled context is given at every lease: who reads, who writes, and what writing needs.</summary>
public sealed class DbLease(WriteGate gate, AuditChain chain, Lights lights, TimeProvider clock)
{
    public OrgScope Scope { get; set; } = OrgScope.Nothing;

    /// <summary>Null while nobody has signed in: the program itself acts.</summary>
    public Actor? Actor { get; set; }
    public int? UserId { get; set; }

    /// <summary>Where the request comes from, as the record will say it; empty where that is nobody's business.</summary>
    public string Address { get; set; } = "";

    /// <summary>Why the change is made, in the user's words; written beside it.</summary>
    public string Why { get; set; } = "";

    /// <summary>This request has itself changed what waits for people: what was known when it began holds no longer.</summary>
    public bool HasMovedWork { get; set; }

    /// <summary>Things that happened without a row changing, such as a sign-in; written with the next save.</summary>
    public List<AuditNote> Notes { get; } = [];
    public Guid Correlation { get; } = Guid.NewGuid();
    public WriteGate Gate => gate;
    public AuditChain Chain => chain;
    public Lights Lights => lights;
    public TimeProvider Clock => clock;
}

/// <param name="Kind">What it happened to, e.g. 账号.</param>
/// <param name="Act">What happened, e.g. 登录失败.</param>
public sealed record AuditNote(string Kind, string Key, string Act, int? OrganizationId = null);

/// <summary>SQLite has one writer at a time: queueing here is fair and quick, where waiting on its lock is neither. SQL Server needs no queue.</summary>
public sealed class WriteGate(bool queue) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public void Dispose() => _one.Dispose();

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!queue)
        {
            return NoTurn.Instance;
        }

        await _one.WaitAsync(cancellationToken);
        return new Turn(_one);
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }

    private sealed class NoTurn : IDisposable
    {
        public static readonly NoTurn Instance = new();

        public void Dispose()
        {
        }
    }
}
