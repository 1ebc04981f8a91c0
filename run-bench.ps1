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

# The build's words matter only when it fails; standard output belongs to the data.
$build = & dotnet build "$root/bench/ContextBench.Cli" -c Release --nologo -v quiet 2>&1
if ($LASTEXITCODE -ne 0) {
  foreach ($line in $build) { [Console]::Error.WriteLine("$line") }
  [Console]::Error.WriteLine('run-bench: the build failed')
  exit 2
}

& dotnet "$root/bench/ContextBench.Cli/bin/Release/net10.0/ContextBench.Cli.dll" @args
exit $LASTEXITCODE
