#!/usr/bin/env pwsh
# Builds in Release and hands over to the command line, bench/ContextBench.Cli. Works from any directory.
# Alike with run-bench.sh in options and exit codes. Only PowerShell's core is used, none of its modules.

$root = $PSScriptRoot

$hasSdk = $false
if (Get-Command dotnet -CommandType Application -ErrorAction Ignore) {
  $hasSdk = @(& dotnet --list-sdks 2>$null) -match '^10\.'
}
if (-not $hasSdk) {
  [Console]::Error.WriteLine('run-bench: the .NET 10 SDK is needed: https://dotnet.microsoft.com/download/dotnet/10.0')
  exit 127
}

[Console]::Error.WriteLine('run-bench: building')
# The build's words matter only when it fails; standard output belongs to the data.
# Built from the checkout, whose global.json names the SDK, wherever this was started.
$path = $ExecutionContext.SessionState.Path
$startedIn = $path.CurrentLocation
$null = $path.SetLocation($root)
$build = & dotnet build bench/ContextBench.Cli -c Release --nologo -v quiet 2>&1
$failed = $LASTEXITCODE -ne 0
$null = $path.SetLocation($startedIn)
if ($failed) {
  foreach ($line in $build) { [Console]::Error.WriteLine("$line") }
  [Console]::Error.WriteLine('run-bench: the build failed')
  exit 2
}

# PowerShell makes an array of handler,kestrel; the command line wants the one word that was typed.
$words = @(foreach ($arg in $args) { if ($arg -is [array]) { $arg -join ',' } else { "$arg" } })
& dotnet "$root/bench/ContextBench.Cli/bin/Release/net10.0/ContextBench.Cli.dll" @words
exit $LASTEXITCODE
