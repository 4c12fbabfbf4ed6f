@echo off
rem Runs Thalweg: finds a JDK, builds when it was not built yet, starts. Works from any directory.
rem   THALWEG_JAVA_HOME  the JDK to use
rem   THALWEG_OPTS       more options for the Java virtual machine
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "LAB=%HOME_DIR%thalweg-lab"
set "JAR=%LAB%\target\thalweg-lab.jar"
set "JDK="

if defined THALWEG_JAVA_HOME (
  call :try "%THALWEG_JAVA_HOME%"
  if not defined JDK (
    echo thalweg: THALWEG_JAVA_HOME=%THALWEG_JAVA_HOME% is not JDK 25 or newer. 1>&2
    exit /b 2
  )
)
if not defined JDK if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where java 2^>nul') do if not defined JDK call :try "%%~dpj.."
if not defined JDK for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined JDK call :try "%%~d"
if not defined JDK (
  echo thalweg: needs JDK 25 or newer, and found none. Install one, for instance from https://adoptium.net 1>&2
  echo or with 'winget install EclipseAdoptium.Temurin.25.JDK'; if you have one in an unusual place, set THALWEG_JAVA_HOME to its directory. 1>&2
  exit /b 2
)

if not exist "%JAR%" (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo thalweg: needs Maven to build itself. Install it, for instance with 'winget install Apache.Maven'. 1>&2
    exit /b 2
  )
  echo Building Thalweg ^(first time, about a minute^) ... 1>&2
  set "JAVA_HOME=!JDK!"
  call mvn -q -B -f "%HOME_DIR%pom.xml" -pl thalweg-lab -am -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (
    echo thalweg: the build failed; the errors are above. 1>&2
    exit /b 2
  )
)

"%JDK%\bin\java" -XX:+UseSerialGC -Xlog:disable "-XX:AOTCache=%LAB%\target\thalweg.aot" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %THALWEG_OPTS% -p "%JAR%;%LAB%\target\lib" -m thalweg.lab/thalweg.lab.Thalweg %*
exit /b %errorlevel%

rem Sets JDK if the directory holds a JDK that is new enough.
:try
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "VERSION=%%~v"
  set "VERSION=!VERSION:"=!"
  if !VERSION! geq 25 set "JDK=%~1"
)
exit /b 0
