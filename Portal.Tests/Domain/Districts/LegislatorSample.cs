namespace Portal.Tests.Domain.Districts;

/// <summary>Two small files in the format of the real ones, with fictional people.</summary>
public static class LegislatorSample
{
    public const string Current = """
        - id:
            bioguide: A000001
            fec:
            - H0XX00000
          name:
            first: Ana
            last: Núñez
            official_full: Ana M. Núñez
          terms:
          - type: rep
            start: '2023-01-03'
            end: '2025-01-03'
            state: CA
            district: 7
            party: Whig
            phone: 202-555-0100
          - type: rep
            start: '2025-01-03'
            end: '2027-01-03'
            state: NY
            district: 12
            party: Whig
            caucus: Whig
            url: https://nunez.example.gov
            address: 1 Sample House Office Building
            phone: 202-555-0101
            contact_form: javascript:alert(1)
        - id:
            bioguide: B000002
          name:
            first: Bo
            middle: J.
            last: Lee
            suffix: Jr.
          terms:
          - type: sen
            end: '2026-11-03'
            state: NY
            class: 1
            party: Federalist
        - id:
            bioguide: C000003
          name: { official_full: Cy Young }
          terms:
          - { type: sen, end: '2029-01-03', state: NY, party: Whig, phone: 202-555-0103 }
        - id:
            bioguide: D000004
          name: { official_full: Di Alva }
          terms:
          - { type: rep, end: '2029-01-03', state: PR, district: 0, party: Whig }
        """;

    public const string Offices = """
        - id:
            bioguide: A000001
          offices:
          - id: A000001-new_york
            address: 1 Any St.
            suite: Suite 2
            building: Old Hall
            city: New York
            state: NY
            zip: '10001'
            hours: Monday 9 to 5
            latitude: 40.75
            longitude: -73.99
            phone: 212-555-0101
            fax: 212-555-0102
          - id: A000001-albany
            city: Albany
            state: NY
            zip: '12207'
        - id:
            bioguide: Z000009
          offices:
          - { id: Z000009-nowhere, city: Nowhere, state: NY }
        """;
}
