#!/usr/bin/env bash
# Retakes the README's pictures from the running product.
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build Portal.sln -clp:ErrorsOnly
PORTAL_PICTURES="$PWD/docs/images" dotnet Portal.Tests/bin/Debug/net10.0/Portal.Tests.dll -explicit only -class Portal.Tests.Browser.Pictures
