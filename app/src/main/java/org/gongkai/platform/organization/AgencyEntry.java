package org.gongkai.platform.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is entered about an agency (机关登记内容), as typed.
 *
 * @param key only for a new agency
 * @param from the day from which it holds; today if empty
 */
public record AgencyEntry(
        @Nullable String key,
        @Nullable String name,
        @Nullable String shortName,
        @Nullable String region,
        @Nullable String departmentCode,
        @Nullable String siteIdCode,
        @Nullable String icpNumber,
        @Nullable String policeNumber,
        @Nullable String organMark,
        @Nullable String functions,
        @Nullable String address,
        @Nullable String officeHours,
        @Nullable String phone,
        @Nullable String fax,
        @Nullable String contact,
        @Nullable String from) {

    record Checked(
            String name,
            String shortName,
            RegionCode region,
            String departmentCode,
            String siteIdCode,
            String icpNumber,
            String policeNumber,
            String organMark,
            String functions,
            String address,
            String officeHours,
            String phone,
            String fax,
            String contact,
            LocalDate from) {}

    Checked check(Checking input) {
        var checked =
                new Checked(
                        input.text("name", name, Checking.LINE),
                        input.text("shortName", shortName, Checking.LINE),
                        region(input),
                        signs(input, "departmentCode", departmentCode, "[0-9]{3}"),
                        signs(input, "siteIdCode", siteIdCode, "([0-9]{10})?"),
                        input.optional("icpNumber", icpNumber, Checking.LINE),
                        input.optional("policeNumber", policeNumber, Checking.LINE),
                        address(input, "organMark", organMark),
                        input.text("functions", functions, Checking.PARAGRAPH),
                        input.text("address", address, Checking.LINE),
                        input.text("officeHours", officeHours, Checking.LINE),
                        input.text("phone", phone, Checking.LINE),
                        input.optional("fax", fax, Checking.LINE),
                        input.text("contact", contact, Checking.LINE),
                        input.day("from", from));
        input.finish();
        return checked;
    }

    private RegionCode region(Checking input) {
        var code = input.text("region", region, 6);
        if (RegionCode.isKnown(code)) {
            return new RegionCode(code);
        }
        if (!code.isEmpty()) {
            input.problem("region", "not-a-region");
        }
        return new RegionCode("640100");
    }

    private static String address(Checking input, String field, @Nullable String value) {
        var address = input.optional(field, value, Checking.LINE);
        if (!address.isEmpty() && !address.matches("https?://[^\\s\"'<>]+")) {
            input.problem(field, "not-an-address");
        }
        return address;
    }

    private static String signs(
            Checking input, String field, @Nullable String value, String pattern) {
        var signs = input.optional(field, value, Checking.LINE);
        if (!signs.matches(pattern)) {
            input.problem(field, "not-a-code");
        }
        return signs;
    }
}
