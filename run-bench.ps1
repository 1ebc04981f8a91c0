#!/usr/bin/env pwsh
# Builds in Release and hands over to the command line, bench/ContextBench.Cli. Works from any directory, and through
# symbolic links. Alike with run-bench.sh in options and exit codes. Only PowerShell's core is used, none of its modules.

$script = [IO.FileInfo]::new($PSCommandPath)
$root = $PSScriptRoot
if ($script.LinkType) { $root = $script.ResolveLinkTarget($true).DirectoryName }

$dotnet = @(Get-Command dotnet -CommandType Application -ErrorAction Ignore)[0]
if (-not $dotnet -or -not (@(& $dotnet --list-sdks 2>$null) -match '^10\.')) {
  [Console]::Error.WriteLine('run-bench: the .NET 10 SDK is needed: https://dotnet.microsoft.com/download/dotnet/10.0')
  exit 127
}

# What a build may see of the environment. MSBuild makes a property of every variable, in any case of letters, so that
# PLATFORM or OutputPath would put the build elsewhere. The same list is in run-bench.sh and in BuildVariables.cs.
$ofBuilds =
  'PATH|HOME|USER|LOGNAME|SHELL|TERM|CI|TZ|LANG|LC_.*|TMPDIR|TMP|TEMP|XDG_.*',
  'LD_LIBRARY_PATH|DYLD_LIBRARY_PATH|DYLD_FALLBACK_LIBRARY_PATH',
  'DOTNET_.*|COMPlus_.*|NUGET_.*|VSS_NUGET_.*|ARTIFACTS_CREDENTIALPROVIDER_.*|SSL_CERT_.*',
  'HTTP_PROXY|HTTPS_PROXY|FTP_PROXY|ALL_PROXY|NO_PROXY',
  'NBomberVersion|CONTEXTBENCH_NBOMBER_SOURCE'
if ([IO.Path]::DirectorySeparatorChar -eq '\') {
  $ofBuilds +=
    'OS|SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|ProgramFiles.*|ProgramW6432|CommonProgram.*',
    'ProgramData|ALLUSERSPROFILE|PUBLIC|APPDATA|LOCALAPPDATA|USERPROFILE|USERNAME|USERDOMAIN',
    'HOMEDRIVE|HOMEPATH|COMPUTERNAME|NUMBER_OF_PROCESSORS|PROCESSOR_.*'
}

[Console]::Error.WriteLine('run-bench: building')
# Built from the checkout, whose global.json names the SDK, wherever this was started. No build server stays behind,
# to stir while something is measured.
$start = [Diagnostics.ProcessStartInfo]::new($dotnet.Path)
$start.Arguments = 'build bench/ContextBench.Cli -c Release --nologo -v quiet --disable-build-servers'
$start.WorkingDirectory = $root
$start.UseShellExecute = $false
$start.RedirectStandardOutput = $true
$start.RedirectStandardError = $true
foreach ($name in @($start.EnvironmentVariables.get_Keys())) {
  if ($name -notmatch "^($($ofBuilds -join '|'))$") { $start.EnvironmentVariables.Remove($name) }
}

# The build's words matter only when it fails; standard output belongs to the data.
$build = [Diagnostics.Process]::Start($start)
$complaints = $build.StandardError.ReadToEndAsync()
$words = $build.StandardOutput.ReadToEnd()
$build.WaitForExit()
if ($build.ExitCode -ne 0) {
  [Console]::Error.Write($words + $complaints.Result)
  [Console]::Error.WriteLine('run-bench: the build failed')
  exit 2
}

# PowerShell makes an array of handler,kestrel; the command line wants the one word that was typed.
$words = @(foreach ($arg in $args) { if ($arg -is [array]) { $arg -join ',' } else { "$arg" } })
& $dotnet "$root/bench/ContextBench.Cli/bin/Release/net10.0/ContextBench.Cli.dll" @words
exit $LASTEXITCODE
