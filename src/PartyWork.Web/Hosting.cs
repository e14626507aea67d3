using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.WebEncoders;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Pages;
using PartyWork.Web.Pages.Assessments.Rounds;
using PartyWork.Web.Pages.Organizations;
using PartyWork.Web.Registers;
using PartyWork.Web.Pages.Phrases;
using PartyWork.Web.Security;
using Serilog;
using Serilog.Formatting.Compact;

namespace PartyWork.Web;

/// <summary>How the program is put together: services, then the pipeline.</summary>
public static class Hosting
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>What is told to whom so many stand before at the sign-in that he could not be queued.</summary>
    private static readonly TimeSpan QueueIsLong = TimeSpan.FromSeconds(30);

    public static void AddPartyWork(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        builder.WebHost.UseStaticWebAssets(); // else an unpublished program outside Development serves empty styles
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 25 * 1024 * 1024;
        });
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateScopes, o.ValidateOnBuild) = (true, true));
        services.AddSerilog((_, log) => log.ReadFrom.Configuration(configuration).WriteTo.Console(new RenderedCompactJsonFormatter()));

        services.AddSingleton(TimeProvider.System).AddSingleton<BusinessClock>().AddSingleton<Lights>().AddSingleton<OrgTrees>().AddSingleton<RightsRead>().AddSingleton(new RegisterCatalog(Registers.Registers.All));
        services.AddSingleton(configuration.GetSection("Evidence").Get<EvidenceLimits>() ?? new EvidenceLimits());
        services.AddSingleton(configuration.GetSection("Security:Limits").Get<LimitRules>() ?? new LimitRules()).AddSingleton<Limits>();
        services.AddPartyWorkDb(configuration, builder.Environment.ContentRootPath);
        services.AddScoped<CurrentUser>().AddScoped<Session>().AddSingleton<KeptMemory>().AddScoped<Kept>().AddScoped<Todos>().AddScoped<OfferedPhrases>().AddScoped<PhoneReveal>().AddScoped<DemoDistrict>();
        services.AddSingleton<TermsRunOut>().AddHostedService(s => s.GetRequiredService<TermsRunOut>());
        services.AddDataProtection().SetApplicationName("PartyWork").PersistKeysToDbContext<PartyWorkDb>();
        var https = configuration.GetValue("Security:RequireHttps", builder.Environment.IsProduction());
        AddSignIn(services, configuration, https);
        services.AddSingleton(_ => new OneTimeCodes(DatabaseSetup.SecretKey(configuration, builder.Environment.ContentRootPath)));
        services.AddTelemetry(configuration);
        services.AddRazorPages(o => o.Conventions.ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute()))
            .AddMvcOptions(o =>
            {
                o.Filters.Add<PageGuard>();
                o.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "请填写此项。");
                o.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, field) => $"“{field}”填写的“{value}”无法识别，请核对后重填。");
                o.ModelBindingMessageProvider.SetValueIsInvalidAccessor(value => $"“{value}”无法识别，请核对后重填。");
                o.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(field => $"“{field}”应填写数字。");
                o.ModelBindingMessageProvider.SetNonPropertyValueMustBeANumberAccessor(() => "此处应填写数字。");
            });
        services.Configure<FormOptions>(o => o.ValueCountLimit = 16_384); // thirty organisations' reports in one form
        services.AddAntiforgery(o =>
        {
            o.HeaderName = "X-CSRF-TOKEN";
            Keep(o.Cookie, "forgery", https);
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // else a probe over plain HTTP would fail instead of being led on
        });
        services.Configure<CookieTempDataProviderOptions>(o => Keep(o.Cookie, "told", https));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHealthChecks().AddDbContextCheck<PartyWorkDb>("database", tags: ["ready"]);
        services.AddHsts(o => (o.MaxAge, o.IncludeSubDomains) = (TimeSpan.FromDays(365), configuration.GetValue("Security:HstsSubDomains", false)));
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in configuration.GetSection("Security:Proxies").Get<string[]>() ?? [])
            {
                o.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (context, _) =>
            {
                Limits.Tell(context.HttpContext.Response, context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : QueueIsLong);
                return ValueTask.CompletedTask;
            };

            // Checking a password costs the processor; on a deadline evening one core must be left to serve the rest of the house. The limit by address
            // is only against floods: a whole sub-district office signs in from one, and five wrong tries lock an account anyway.
            o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                ForSlips(http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 600, Window = TimeSpan.FromMinutes(5) })), // a whole meeting answers through one address
                ForSignIn(http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 600, Window = TimeSpan.FromMinutes(5) })),
                ForSignIn(_ => RateLimitPartition.GetConcurrencyLimiter("",
                    _ => new ConcurrencyLimiterOptions { PermitLimit = Math.Max(1, Environment.ProcessorCount - 1), QueueLimit = 400, QueueProcessingOrder = QueueProcessingOrder.OldestFirst })));
        });
    }

    public static void UsePartyWork(this WebApplication app)
    {
        var chinese = new CultureInfo("zh-CN");
        app.UseForwardedHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true); // nothing of what failed is used again
        if (app.Configuration.GetValue("Security:RequireHttps", app.Environment.IsProduction()))
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.Use(async (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            context.Response.OnStarting(() =>
            {
                if (!headers.ContainsKey("Cache-Control"))
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            await next();

            // A form that met an ended session is answered by the sign-in page, which carries it along.
            if (context.Items.ContainsKey(HeldForm.Key) && !context.Response.HasStarted)
            {
                (context.Request.Path, context.Request.Method, context.Request.QueryString) = ("/login", "GET", QueryString.Empty);
                context.SetEndpoint(null);
                context.Request.RouteValues.Clear();
                await next();
            }
        });
        app.UseMiddleware<Refusals>();
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseRequestLocalization(o => (o.DefaultRequestCulture, o.SupportedCultures, o.SupportedUICultures) =
            (new RequestCulture(chinese), [chinese], [chinese]));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapRazorPages();
    }

    private static PartitionedRateLimiter<HttpContext> ForSignIn(Func<HttpContext, RateLimitPartition<string>> partition) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Equals("/login", StringComparison.OrdinalIgnoreCase) ? partition(http) : RateLimitPartition.GetNoLimiter("elsewhere"));

    private static PartitionedRateLimiter<HttpContext> ForSlips(Func<HttpContext, RateLimitPartition<string>> partition) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        Refusals.IsAnswering(http.Request.Path) ? partition(http) : RateLimitPartition.GetNoLimiter("elsewhere"));

    private static void AddSignIn(IServiceCollection services, ConfigurationManager configuration, bool https)
    {
        var rules = configuration.GetSection("Security:Accounts").Get<AccountRules>() ?? new AccountRules();
        services.AddSingleton(rules).AddSingleton<SignInSources>().AddSingleton<StandInHash>().AddSingleton<SecondFactor>().AddScoped<SignIn>();
        services.AddSingleton(s =>
        {
            var cookie = new CookieBuilder();
            Keep(cookie, "device", https);
            return new KnownDevices(s.GetRequiredService<IDataProtectionProvider>(), cookie);
        });
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = rules.HashIterations);
        services.AddIdentityCore<User>().AddEntityFrameworkStores<PartyWorkDb>().AddErrorDescriber<ChineseIdentityErrors>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            (o.LoginPath, o.AccessDeniedPath, o.ReturnUrlParameter) = ("/login", "/status/403", "returnUrl");
            (o.ExpireTimeSpan, o.SlidingExpiration, o.EventsType) = (Session.Idle, true, typeof(Session));
            Keep(o.Cookie, "partywork", https);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void Keep(CookieBuilder cookie, string name, bool https)
    {
        cookie.Name = https ? "__Host-" + name : name;
        (cookie.HttpOnly, cookie.SameSite, cookie.Path) = (true, SameSiteMode.Lax, "/");
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
