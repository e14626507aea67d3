namespace PartyWork.Web.Demo;

/// <summary>人才工作 of two years, kept by the talent office.</summary>
public static class DemoTalent
{
    private const string Office = "QH15027";

    public static void Load(DemoRecords records)
    {
        records.Load(Registers.Registers.Talents, "talents", Office);
        records.Load(Registers.Registers.TalentCarriers, "talent-carriers", Office);
        records.Load(Registers.Registers.IntroducedInstitutions, "introduced-institutions", Office);
        records.Load(Registers.Registers.TalentActivities, "talent-activities", Office, "talent-activity-persons");
        records.Load(Registers.Registers.ExpertAdvices, "expert-advice", Office);
        records.Load(Registers.Registers.LeaderExpertLinks, "leader-experts", Office, "leader-expert-contacts");
        records.Load(Registers.Registers.TalentNeeds, "talent-needs", Office);
    }
}
