import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes the table of pinyin above rare characters (生僻字注音表) again, from the readings in ICU4J
 * (Unicode's kMandarin): {@code java -cp icu4j-75.1.jar tools/pinyin/MakePinyin.java
 * app/src/main/resources/static/assets/pinyin.txt}. A line is a reading, a tab, and the characters
 * read so. Rare is what level 1 of GB/T 2312 does not hold (ADR 0132).
 */
class MakePinyin {
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final Pattern READING = Pattern.compile("[a-zü\\u0300-\\u036fāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]+");

    public static void main(String[] to) throws Exception {
        var reader = Transliterator.getInstance("Han-Latin");
        var table = new TreeMap<String, StringBuilder>();
        IntStream.concat(IntStream.rangeClosed(0x3400, 0x4DBF), IntStream.rangeClosed(0x4E00, 0x9FFF))
                .filter(MakePinyin::isRare)
                .forEach(
                        it -> {
                            var reading = reader.transliterate(Character.toString(it)).strip();
                            if (READING.matcher(reading).matches()) {
                                table.computeIfAbsent(reading, line -> new StringBuilder()).appendCodePoint(it);
                            }
                        });
        Files.write(
                Path.of(to[0]),
                table.entrySet().stream().map(it -> it.getKey() + "\t" + it.getValue()).toList());
    }

    /** Rows 16 to 55 of GB/T 2312 are its level 1. */
    private static boolean isRare(int character) {
        var bytes = Character.toString(character).getBytes(GB2312);
        return bytes.length != 2 || (bytes[0] & 0xFF) < 0xB0 || (bytes[0] & 0xFF) > 0xD7;
    }
}
