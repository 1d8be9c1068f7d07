package org.gongkai.opengov.journeys;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;

/**
 * A text of a document with words that stand nowhere else (埋词文本): in its title, body, field, file
 * name, file and correction note.
 *
 * @param code letters that only this text has
 * @param file what the attached file holds
 * @param fileSha256 its hash
 * @param image the address of the picture in the body
 */
record PlantedDocument(String code, String file, String fileSha256, String image) {

    /** Where a word is planted. */
    enum Place {
        TITLE,
        BODY,
        FIELD,
        FILE_NAME,
        FILE,
        NOTE
    }

    /** Plants words in a new text; its file and picture are uploaded by the clerk. */
    static PlantedDocument plant(DemoPeople people, String code) {
        String file = "附件内容 " + code + "file 完";
        var kept = upload(people, code + "name.txt", file.getBytes(StandardCharsets.UTF_8));
        var image = upload(people, "picture.png", picture(code.hashCode()));
        return new PlantedDocument(code, file, kept.text("/sha256"), image.text("/address"));
    }

    /** The planted word. */
    String word(Place place) {
        return switch (place) {
            case TITLE -> code + "title";
            case BODY -> code + "body";
            case FIELD -> code + "field";
            case FILE_NAME -> code + "name";
            case FILE -> code + "file";
            case NOTE -> code + "note";
        };
    }

    /** The address of the attached file. */
    String fileAddress() {
        return "/files/" + fileSha256 + ".txt";
    }

    /** What a clerk sends to have this text. */
    Map<String, Object> input(String column) {
        var input =
                DemoPeople.notice(
                        "埋词 " + word(Place.TITLE),
                        "<p>正文 %s 在此。</p><p><img src=\"%s\" alt=\"示意图\"></p>"
                                .formatted(word(Place.BODY), image));
        input.put("kind", "news");
        input.put("column", column);
        input.put("fields", Map.of("formedOn", "2021-07-28", "author", word(Place.FIELD)));
        input.put(
                "attachments",
                List.of(Map.of("sha256", fileSha256, "name", word(Place.FILE_NAME) + ".txt")));
        return input;
    }

    /** The same as a correction. */
    Map<String, Object> correction(String column) {
        var input = input(column);
        input.remove("kind");
        input.put("note", "更正 " + word(Place.NOTE));
        return input;
    }

    private static ApiAnswer upload(DemoPeople people, String name, byte[] content) {
        return people.as("clerk").upload("/api/v1/files", name, content, Map.of()).expect(201);
    }

    private static byte[] picture(int colour) {
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            image.setRGB(i % 4, i / 4, colour * (i + 1));
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
