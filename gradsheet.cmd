@echo off
rem Runs GradSheet from any folder. In a checkout it builds GradSheet first, if it has never been built or its sources are newer than
rem the jar; in a release the jar lies beside this file.
rem JAVA_HOME chooses the Java; JAVA_OPTS goes to it, for example set JAVA_OPTS=-Xmx4g.
setlocal
set "ROOT=%~dp0"
set "CACHE=%ROOT%"
if exist "%ROOT%pom.xml" set "CACHE=%ROOT%target\"
set "JAR=%CACHE%gradsheet.jar"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo gradsheet: no Java found: install a JDK, version 17 or later, or point JAVA_HOME to one 1>&2
    exit /b 2
)
if defined JAVA_OPTS (
    "%JAVA%" %JAVA_OPTS% -version >nul 2>&1
    if errorlevel 1 (
        echo gradsheet: Java does not take JAVA_OPTS 1>&2
        exit /b 2
    )
)

set "STALE="
if exist "%ROOT%pom.xml" (
    if not exist "%JAR%" set "STALE=1"
)
if not exist "%ROOT%pom.xml" goto built
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

:built

rem Most runs are over in seconds. For them the quick compiler is the fastest, if it leaves alone what runs but a few times, and so is
rem the simple collector with a small heap to begin with. Training may take longer, and is a sixth faster if no vector of numbers lies
rem across two lines of the cache.
set "QUICK=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2"
set "ALIGNED=-XX:ObjectAlignmentInBytes=64"

rem Archives of the classes of two common runs, as this Java has them in memory: with them a run starts twice as fast. An archive fits
rem one Java and one place of the jar, so whoever moves or copies the folder gets new ones. Where the folder cannot be written to, runs
rem do without.
set "PLACE=%JAR% %JAVA%"
set "PREPARED="
if exist "%CACHE%gradsheet.place" set /p PREPARED=<"%CACHE%gradsheet.place"
if not "%PREPARED%"=="%PLACE%" call :prepare

set "SPEED=%QUICK%"
set "ARCHIVE=%CACHE%gradsheet.jsa"
if "%~1"=="train" (
    set "SPEED=%ALIGNED%"
    set "ARCHIVE=%CACHE%gradsheet-train.jsa"
)
rem A Java that the archive does not fit passes over it, and is told to keep that to itself.
set "CLASSES=-Xshare:auto"
if exist "%ARCHIVE%" set "CLASSES=-XX:SharedArchiveFile=%ARCHIVE%"
"%JAVA%" %SPEED% "%CLASSES%" -Xshare:auto -Xlog:disable -XX:+UseSerialGC -Xms32m -XX:-UsePerfData -Djava.awt.headless=true %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:prepare
set "WORK=%CACHE%prepared-%RANDOM%"
mkdir "%WORK%" 2>nul
if errorlevel 1 exit /b 0
echo gradsheet: preparing a quick start; this takes some seconds, once 1>&2
"%JAVA%" "-XX:ArchiveClassesAtExit=%WORK%\gradsheet.jsa" %QUICK% -XX:+UseSerialGC -Djava.awt.headless=true -jar "%JAR%" generate 1 2.1 2.5 2.10-gradient-descent 4.3-backpropagation --force -o "%WORK%" >nul 2>&1
"%JAVA%" -Xshare:off "-XX:DumpLoadedClassList=%WORK%\train.txt" -XX:+UseSerialGC -Djava.awt.headless=true -jar "%JAR%" train flowers >nul 2>&1
"%JAVA%" -Xshare:dump "-XX:SharedClassListFile=%WORK%\train.txt" %ALIGNED% -XX:+UseSerialGC "-XX:SharedArchiveFile=%WORK%\gradsheet-train.jsa" -cp "%JAR%" >nul 2>&1
rem Whole or not at all: half an archive would bring Java down.
move /y "%WORK%\gradsheet.jsa" "%CACHE%gradsheet.jsa" >nul 2>&1
move /y "%WORK%\gradsheet-train.jsa" "%CACHE%gradsheet-train.jsa" >nul 2>&1
>"%CACHE%gradsheet.place" echo %PLACE%
rmdir /s /q "%WORK%"
exit /b 0
