@echo off
rem Runs GradSheet from any folder. Builds it first if it has never been built or its sources are newer than the jar.
rem JAVA_HOME chooses the Java; JAVA_OPTS goes to it, for example set JAVA_OPTS=-Xmx4g.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%target\gradsheet.jar"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo gradsheet: no Java found: install a JDK, version 17 or later, or point JAVA_HOME to one 1>&2
    exit /b 2
)

set "STALE="
if not exist "%JAR%" set "STALE=1"
if not defined STALE (
    powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $root = $env:ROOT; $new = @(Get-Item -LiteralPath ($root + 'pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($root + 'src\main'), ($root + 'templates')) | Where-Object { $_.LastWriteTimeUtc -gt $jar }; if ($new) { exit 1 }"
    if errorlevel 1 set "STALE=1"
)
if defined STALE (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo gradsheet: to build GradSheet, install Maven 3.6.3 or later 1>&2
        exit /b 2
    )
    echo gradsheet: building; this takes a minute the first time 1>&2
    call mvn -q -B -f "%ROOT%pom.xml" -DskipTests package 1>&2
    if errorlevel 1 (
        echo gradsheet: the build failed; the lines above say why 1>&2
        exit /b 2
    )
)

rem Most runs are over in seconds. For them the quick compiler is the fastest, if it leaves alone what runs but a few times, and so is
rem the simple collector with a small heap to begin with. Training may take longer, and is a sixth faster if no vector of numbers lies
rem across two lines of the cache.
set "SPEED=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2"
set "ARCHIVE=%ROOT%target\gradsheet.jsa"
if "%~1"=="train" (
    set "SPEED=-XX:ObjectAlignmentInBytes=64"
    set "ARCHIVE=%ROOT%target\gradsheet-train.jsa"
)
rem What the build loaded once lies ready. A Java that it does not fit passes over it, and is told to keep that to itself.
set "CLASSES=-Xshare:auto"
if exist "%ARCHIVE%" set "CLASSES=-XX:SharedArchiveFile=%ARCHIVE%"
"%JAVA%" %SPEED% "%CLASSES%" -Xshare:auto -Xlog:disable -XX:+UseSerialGC -Xms32m -XX:-UsePerfData -Djava.awt.headless=true %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
