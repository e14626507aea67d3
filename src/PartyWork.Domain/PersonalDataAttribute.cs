namespace PartyWork.Domain;

/// <summary>Personal data of residents: the value stands in the record alone and in no history, so that it is gone when the record's is removed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
