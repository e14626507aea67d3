using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>组织生活基地 and their bookings, the communities' yearly services, and two floods with the households that were registered for them.</summary>
public sealed class DemoCommunityWork(PartyWorkDb db, DemoRecords records, OrgTree tree, int year, DateOnly today)
{
    /// <summary>Bookings are made so many days ahead.</summary>
    private const int Ahead = 30;

    public void Load()
    {
        records.Load(Registers.Registers.OpenBases, "open-bases");
        foreach (var booking in records.Load(Registers.Registers.BaseBookings, "base-bookings", ahead: Ahead).Cast<BaseBooking>().Where(b => b.Confirmation is RecordConfirmation.Waiting))
        {
            // The newest ones still wait: for the answer, or for the word that the visit was held.
            if (booking.On < today.AddDays(-14) || (booking.On > today && booking.On < today.AddDays(7)))
            {
                booking.Confirm(booking.Present is null ? "可以接待，请提前十分钟到。" : "", records.Who(booking.ConfirmerId!.Value, PostKind.Officer, PostKind.Secretary), booking.EnteredOn);
            }
        }

        foreach (var (i, community) in tree.InOrder.Where(n => n is { Level: OrganizationLevel.Primary, Domain: OrganizationDomain.Community, ClosedOn: null }).Index())
        {
            Serve(i, community, new(year - 1, 12, 31));
            if (i < 23)
            {
                Serve(i, community, new(year, 11, 30));
            }
        }

        records.Load(Registers.Registers.SpecialAssignments, "special-assignments");
        Flood(year - 1, new(year - 1, 6, 3), new(year - 1, 9, 15));
        Flood(year, new(year, 6, 1), new(year, 9, 20));
        Register("QH01001", $"低温雨雪保障（{year}年）", "文明里东苑", new(year, 11, 21), 9);
        Register("QH01002", $"低温雨雪保障（{year}年）", "桂花园", new(year, 11, 24), 6);
    }

    private void Serve(int i, OrgNode community, DateOnly on)
    {
        if (on > today)
        {
            return;
        }

        var orders = 38 + (i * 29 % 117) + (on.Year == year ? 11 : 0);
        var done = orders - (i % 5);
        var households = DemoContent.HouseholdsOf(community);
        records.Enter(Registers.Registers.CommunityServices, new CommunityService
        {
            OrganizationId = community.Id,
            On = on,
            ServicePosts = 6 + (i * 7 % 13),
            PostMembers = 19 + (i * 11 % 34),
            ServicePoints = 4 + (i * 3 % 9),
            Households = households,
            HouseholdsCovered = households - (i * 61 % 190),
            MobileSessions = 18 + (i * 5 % 31),
            MobileCases = 41 + (i * 13 % 77),
            Orders = orders,
            OrdersDone = done,
            OrdersOnTime = done - (i * 3 % 7),
            OrdersSatisfied = done - (i % 4),
        }, on);
    }

    private void Flood(int of, DateOnly from, DateOnly to)
    {
        var name = $"防汛值守（{of}年）";
        var notes = DemoRecords.Rows("duty-notes").Select(r => r["note"]).ToList();
        foreach (var (i, row) in DemoRecords.Rows("special-yards").Index())
        {
            if (from > today)
            {
                return;
            }

            var community = records.Nodes[row["community"]];
            var late = of < year ? 0 : Number(row["due"]) - Number(row["registered"]);
            var area = new SpecialArea { OrganizationId = community.Id, On = from, AssignmentName = name, YardName = row["yard"], UnitOrganizationId = records.Nodes[row["unit"]].Id, HouseholdsDue = Number(row["due"]), HouseholdsRegistered = Number(row["due"]) - late, HasGroup = i % 4 != 2, EndedOn = to <= today ? to : null };
            records.Enter(Registers.Registers.SpecialAreas, area, from);
            for (var n = 0; n < 4; n++)
            {
                var day = from.AddDays((i * 5) + (n * 23 % 97));
                if (day <= today)
                {
                    var required = 3 + (i % 3);
                    records.Enter(Registers.Registers.DutyShifts, new DutyShift
                    {
                        OrganizationId = community.Id, On = day, AssignmentName = name, Place = row["yard"] + (n % 2 == 0 ? "北门" : "沿江段"), Shift = (ShiftKind)((i + n) % 3), Required = required,
                        Present = required - (((i * 7) + n) % 11 == 0 ? 1 : 0), Leader = records.Who(community.Id, PostKind.Secretary, PostKind.Deputy, PostKind.Officer).Name, Incidents = notes[((i * 4) + n) % notes.Count],
                    }, day);
                }
            }
        }

        if (to.AddDays(8) <= today)
        {
            Dispose(Register("QH01001", name, "沿江新村", from.AddDays(9), 12), "QH01001", name, to, to.AddDays(8));
            Dispose(Register("QH02001", name, "胜利桥头", from.AddDays(12), 8), "QH02001", name, to, to.AddDays(of < year ? 21 : 36));
        }
    }

    private List<SpecialHousehold> Register(string code, string name, string yard, DateOnly on, int count)
    {
        var rows = new List<SpecialHousehold>();
        foreach (var (i, row) in DemoRecords.Rows("special-doors").Take(on <= today ? count : 0).Index())
        {
            var kind = Words.Parse<HouseholdKind>(row["kind"])!.Value;
            var household = new SpecialHousehold { OrganizationId = records.Nodes[code].Id, On = on.AddDays(i % 4) <= today ? on.AddDays(i % 4) : on, AssignmentName = name, YardName = yard, Door = row["door"], Kind = kind, People = Number(row["people"]), Help = row["help"], Phone = kind is HouseholdKind.Cared ? $"0-85{40_217 + (i * 613)}" : "" };
            records.Enter(Registers.Registers.SpecialHouseholds, household, household.On);
            rows.Add(household);
        }

        return rows;
    }

    /// <summary>What was counted for the yard stays; the demo has only some of its rows.</summary>
    private void Dispose(List<SpecialHousehold> rows, string code, string name, DateOnly ended, DateOnly on)
    {
        if (rows.Count > 0 && on <= today)
        {
            var community = records.Nodes[code].Id;
            db.Add(DisposalCertificate.Dispose(community, name, ended, rows, [], records.Who(community, PostKind.Officer, PostKind.Secretary), on));
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
