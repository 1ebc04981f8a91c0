namespace ContextBench.Measurement.Observations;

/// <summary>One line of <c>observations.jsonl</c>, or of what a launch's process reports.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BatchObservation), "batch")]
[JsonDerivedType(typeof(ArmObservation), "arm")]
[JsonDerivedType(typeof(WindowObservation), "window")]
[JsonDerivedType(typeof(LaunchObservation), "launch")]
[JsonDerivedType(typeof(ProgressObservation), "progress")]
public abstract record Observation;
