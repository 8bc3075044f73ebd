#!/usr/bin/env bash
# Nothing has been released, so each database has one migration, Initial. This makes both anew from the model.
set -euo pipefail
cd "$(dirname "$0")"
migrations=Portal.Domain/Platform/Database/Migrations
dotnet tool restore > /dev/null
rm -rf "$migrations"
dotnet build Portal.Web -v q -p:RunAnalyzers=false
for database in Sqlite PostgreSql; do
  dotnet ef migrations add Initial --no-build --project Portal.Domain --startup-project Portal.Web \
    --context "${database}PortalDb" --output-dir "Platform/Database/Migrations/$database"
done
