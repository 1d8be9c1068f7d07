package org.gongkai.opengov.inspections.year;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.opengov.columns.ColumnDesk;
import org.gongkai.platform.accounts.AccountOpening;
import org.gongkai.platform.organization.AgencyEntry;
import org.gongkai.platform.organization.GrantEntry;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.organization.PersonEntry;
import org.gongkai.platform.organization.PrefixEntry;
import org.gongkai.platform.organization.SectionEntry;
import org.gongkai.platform.organization.StaffDesk;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoPeople;
import org.springframework.context.ApplicationContext;

/**
 * An agency of its own for a year of inspections (年度抽查的机关), of the size one bureau published for
 * 2019: 118 firms and eight officers. Its rows are nobody else's, and nobody else's are among them.
 */
final class YearAgency {
    static final String KEY = "nxyear";
    static final String KEEPER = "year-keeper";
    static final String LEADER = "year-leader";
    static final String HEAD = "year-head";
    static final String SECRECY = "year-secrecy";
    static final String OFFICE = "year-office";

    static final int KEY_UNITS = 32;
    static final int SPECIAL_UNITS = 14;
    static final int UNITS = 118;

    /** The officers, in the order of their certificates. */
    static final List<String> OFFICERS =
            List.of("甘一民", "甘二宁", "甘三秋", "甘四维", "甘五岳", "甘六合", "甘七星", "甘八方");

    private static final String SINCE = "2021-01-01";
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final ApplicationContext program;
    private final AgencyId agency;

    private YearAgency(ApplicationContext program) {
        this.program = program;
        var demo = actor("operator");
        agency =
                program.getBean(OrganizationDesk.class)
                        .addAgency(
                                demo,
                                new AgencyEntry(
                                        KEY,
                                        "样例市生态环境局",
                                        "样例局",
                                        "640106",
                                        "113",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "负责全市生态环境监督管理。",
                                        "样例市样例路1号",
                                        "工作日9:00—18:00",
                                        "0951-0000200",
                                        "",
                                        "year@example.org",
                                        SINCE));
    }

    /** With its people and accounts, its columns and its officers; its units come by file. */
    static YearAgency open(ApplicationContext program, int port) {
        var opened = new YearAgency(program);
        opened.staff();
        opened.registers(DemoPeople.at(port).as(KEEPER));
        return opened;
    }

    private void staff() {
        var demo = actor("operator");
        var desk = program.getBean(OrganizationDesk.class);
        desk.beginPrefix(demo, agency, new PrefixEntry("640106-113", SINCE, null));
        person("year-operator", "甘正阳", "系统管理员", null, Role.OPERATOR, null);
        section("year-bureau", "SECTION", "政务公开办公室", "承办政务公开和保密工作。");
        section("year-enforcement", "SUBORDINATE_UNIT", "综合执法支队", "承担行政检查和双随机抽查。");
        var enforcement = "year-enforcement";
        person(KEEPER, "甘晓岚", "双随机抽查管理员", enforcement, Role.INSPECTION_KEEPER, null);
        grant(KEEPER, Role.CLERK, enforcement);
        person(HEAD, "甘毅", "支队长", enforcement, Role.SECTION_HEAD, enforcement);
        person(LEADER, "甘丽华", "副局长", null, Role.DEPUTY_LEADER, enforcement);
        person(SECRECY, "甘慧敏", "保密审查员", "year-bureau", Role.SECRECY_REVIEWER, null);
        person(OFFICE, "甘雅琴", "政务公开工作人员", "year-bureau", Role.DISCLOSURE_OFFICE, null);
        for (var at = 1; at <= OFFICERS.size(); at++) {
            var name = OFFICERS.get(at - 1);
            person(officer(at), name, "执法人员", enforcement, Role.ENFORCEMENT_OFFICER, null);
        }
        program.getBean(ColumnDesk.class).establish(actor(OFFICE));
    }

    private void registers(ApiClient keeper) {
        add(keeper, "items", item());
        for (var at = 1; at <= OFFICERS.size(); at++) {
            add(keeper, "officers", officerRow(at));
        }
    }

    /** Two who worked at a firm, one whose brother owns one, one whom a firm asked to stay away. */
    void recuse(ApiClient keeper) {
        recuse(keeper, 3, 1, "worked-there");
        recuse(keeper, 40, 2, "worked-there");
        recuse(keeper, 60, 5, "declared");
        recuse(keeper, 90, 7, "granted");
    }

    private static void recuse(ApiClient keeper, int unit, int officer, String reason) {
        add(
                keeper,
                "recusals",
                Map.of(
                        "unitId",
                        code(unit),
                        "officerId",
                        certificate(officer),
                        "reason",
                        reason,
                        "since",
                        "2021-06-01"));
    }

    private static void add(ApiClient keeper, String register, Map<String, ?> fields) {
        keeper.post("/api/v1/inspections/" + register, Map.of("fields", fields)).expect(201);
    }

    private static Map<String, Object> item() {
        var item = new HashMap<String, Object>();
        item.put("number", "1");
        item.put("category", "污染源监管");
        item.put("title", "污染源日常环境监管");
        item.put("objectKind", "排污单位");
        item.put("importance", "key");
        item.put("methods", List.of("on-site"));
        item.put("body", "样例市生态环境局");
        item.put("basis", "《环境保护法》第二十四条");
        item.put("validFrom", SINCE);
        return item;
    }

    private static Map<String, Object> officerRow(int number) {
        return Map.of(
                "name",
                OFFICERS.get(number - 1),
                "sex",
                number % 2 == 0 ? "女" : "男",
                "unit",
                "样例市综合执法支队",
                "certificate",
                certificate(number),
                "certificateValidTo",
                "2030-12-31",
                "region",
                "640106",
                "personId",
                officer(number),
                "joinedOn",
                SINCE);
    }

    /** The account of an officer. */
    static String officer(int number) {
        return "year-officer" + number;
    }

    /** The account of the officer of this name. */
    static String officerNamed(String name) {
        return officer(OFFICERS.indexOf(name) + 1);
    }

    static String certificate(int number) {
        return "宁Y-样例-%04d".formatted(number);
    }

    static String unit(int number) {
        return "样例·年度企业%03d有限公司".formatted(number);
    }

    /** 统一社会信用代码, with the check signs of GB 11714 and GB 32100. */
    static String code(int number) {
        var organization = "MA7Y0%03d".formatted(number);
        var weights = List.of(3, 7, 9, 10, 5, 8, 4, 2);
        var sum = 0;
        for (var at = 0; at < weights.size(); at++) {
            sum += Character.digit(organization.charAt(at), 36) * weights.get(at);
        }
        return checked("91640106" + organization + "0123456789X0".charAt(11 - sum % 11));
    }

    private static String checked(String body) {
        var sum = 0;
        var weight = 1;
        for (var at = 0; at < body.length(); at++) {
            sum += SIGNS.indexOf(body.charAt(at)) * weight;
            weight = weight * 3 % 31;
        }
        return body + SIGNS.charAt((31 - sum % 31) % 31);
    }

    /** The directory as the bureau keeps it: a workbook with a row for each firm. */
    static byte[] unitSheet() {
        var book = new ByteArrayOutputStream();
        try (var workbook = new Workbook(book, "year", null)) {
            var sheet = workbook.newWorksheet("检查对象名录");
            row(sheet, 0, List.of("名称", "统一社会信用代码", "地址", "行政区划", "行业", "监管类别", "列入日期"));
            for (var at = 1; at <= UNITS; at++) {
                row(
                        sheet,
                        at,
                        List.of(
                                unit(at),
                                code(at),
                                "样例路" + at + "号",
                                region(at),
                                "C2614",
                                supervision(at),
                                "2020-03-01"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book.toByteArray();
    }

    private static void row(org.dhatim.fastexcel.Worksheet sheet, int row, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private static String region(int unit) {
        return List.of("640104", "640105", "640106").get(unit % 3);
    }

    private static String supervision(int unit) {
        return unit <= KEY_UNITS ? "重点" : unit <= KEY_UNITS + SPECIAL_UNITS ? "特殊" : "一般";
    }

    private void section(String key, String kind, String name, String functions) {
        program.getBean(OrganizationDesk.class)
                .addSection(
                        actor("year-operator"),
                        new SectionEntry(key, kind, name, functions, "", "", "10", SINCE));
    }

    private void person(
            String key, String name, String post, String section, Role role, String ofSection) {
        var person =
                program.getBean(StaffDesk.class)
                        .addPerson(
                                actor("operator"),
                                agency,
                                new PersonEntry(key, name, post, section, "false", SINCE));
        grant(key, role, ofSection);
        program.getBean(AccountOpening.class).open(person.id(), key, DemoPeople.PASSWORD);
    }

    private void grant(String person, Role role, String section) {
        program.getBean(StaffDesk.class)
                .grant(
                        actor("operator"),
                        new GrantEntry(person, role.name(), section, SINCE, null));
    }

    private Actor actor(String key) {
        var organization = program.getBean(Organization.class);
        return organization.actorOn(
                organization.personByKey(key).orElseThrow().id(),
                LocalDate.now(program.getBean(Clock.class)));
    }
}
