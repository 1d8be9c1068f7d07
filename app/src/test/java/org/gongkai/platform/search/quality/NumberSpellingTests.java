package org.gongkai.platform.search.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.platform.search.Inquiry;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.lucene.LuceneIndex;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A document is found first by its number, however it is written")
class NumberSpellingTests {

    private static final Pattern NUMBER = Pattern.compile("(.+)〔(\\d{4})〕(\\d+)号");
    private static final Pattern INDEX = Pattern.compile("(\\d{6})-(\\d{3})/(\\d{4})-(\\d{5})");

    @TempDir static Path folder;
    private static final List<Paper> PAPERS = Archive.papers();
    private static final Inquiry INQUIRY = Inquiry.shipped();
    private static LuceneIndex index;

    @BeforeAll
    static void fill() throws Exception {
        Dictionary dictionary = Dictionary.shipped();
        index = LuceneIndex.open(folder, dictionary, new Words(dictionary));
        PAPERS.forEach(it -> index.put(it.document()));
        index.makeVisible();
    }

    @AfterAll
    static void close() {
        index.abandon();
    }

    @Test
    void ofTheDocument() {
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (Paper paper : PAPERS) {
            String number = paper.document().documentNumber();
            if (number != null) {
                for (String spelling : spellings(number)) {
                    tried++;
                    check(spelling, paper, missed);
                }
            }
        }
        System.out.printf("%,d spellings of document numbers tried%n", tried);
        assertThat(missed).isEmpty();
    }

    @Test
    void ofTheIndex() {
        List<String> missed = new ArrayList<>();
        for (Paper paper : PAPERS) {
            for (String spelling : indexSpellings(paper.document().indexNumber())) {
                check(spelling, paper, missed);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static void check(String spelling, Paper paper, List<String> missed) {
        var hits = INQUIRY.search(index, SearchQuery.of(spelling).page(0, 1), HashSet::new).hits();
        if (hits.isEmpty() || !hits.getFirst().id().equals(paper.document().id())) {
            missed.add(
                    spelling + " → " + (hits.isEmpty() ? "-" : hits.getFirst().documentNumber()));
        }
    }

    private static List<String> spellings(String number) {
        Matcher parts = NUMBER.matcher(number);
        assertThat(parts.matches()).as(number).isTrue();
        String name = parts.group(1);
        String year = parts.group(2);
        String serial = parts.group(3);
        return List.of(
                number,
                name + "[" + year + "]" + serial + "号",
                name + "【" + year + "】" + serial + "号",
                name + "(" + year + ")" + serial + "号",
                name + "（" + year + "）" + serial + "号",
                name + "﹝" + year + "﹞" + serial + "号",
                name + "〔" + year + "〕" + serial,
                name + "〔" + wide(year) + "〕" + wide(serial) + "号",
                name + " 〔 " + year + " 〕 第 " + serial + " 号",
                name + year + " " + serial + "号",
                name + year + "年" + serial + "号",
                "查询" + name + "〔" + year + "〕" + serial + "号文件",
                number.toUpperCase(Locale.ROOT),
                name.substring(1) + "〔" + year + "〕" + serial + "号",
                name.substring(1) + "[" + year + "]" + serial);
    }

    private static List<String> indexSpellings(String number) {
        Matcher parts = INDEX.matcher(number);
        assertThat(parts.matches()).as(number).isTrue();
        String year = parts.group(3);
        String serial = parts.group(4);
        return List.of(
                number,
                wide(number),
                number.replace("/", " / ").replace("-", " - "),
                number.replaceAll("\\D", ""),
                parts.group(1) + " " + parts.group(2) + " " + year + " " + serial,
                parts.group(2) + "/" + year + "-" + serial,
                year + "-" + serial,
                year + " " + serial,
                "索引号 " + number);
    }

    private static String wide(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(it -> wide.append((char) (it > ' ' && it < 127 ? it + 0xfee0 : it)));
        return wide.toString();
    }
}
