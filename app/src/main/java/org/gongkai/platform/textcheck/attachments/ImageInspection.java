package org.gongkai.platform.textcheck.attachments;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Pictures (图片检查): where and by whom they were taken, as their metadata tell. */
final class ImageInspection {
    private ImageInspection() {}

    static void inspect(Path file, InspectedFile.Notes notes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            inspect(in, "", notes);
        }
    }

    static void inspect(InputStream in, String part, InspectedFile.Notes notes) throws IOException {
        try {
            read(ImageMetadataReader.readMetadata(in), part, notes);
        } catch (ImageProcessingException unknown) {
            notes.add(Hidden.note("hidden.unreadable-picture", part, ""));
        }
    }

    private static void read(Metadata metadata, String part, InspectedFile.Notes notes) {
        var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        if (gps != null && gps.getGeoLocation() != null) {
            notes.add(Hidden.blocking("hidden.place", part, gps.getGeoLocation().toString()));
        }
        for (var directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            author(directory.getString(ExifIFD0Directory.TAG_ARTIST), part, notes);
            author(directory.getString(ExifIFD0Directory.TAG_COPYRIGHT), part, notes);
            var camera = directory.getString(ExifIFD0Directory.TAG_MODEL);
            if (camera != null && !camera.isBlank()) {
                notes.add(Hidden.note("hidden.camera", part, camera));
            }
        }
        for (var directory : metadata.getDirectoriesOfType(IptcDirectory.class)) {
            author(directory.getString(IptcDirectory.TAG_BY_LINE), part, notes);
        }
        for (var directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            author(directory.getXmpProperties().get("dc:creator[1]"), part, notes);
        }
        for (var directory : metadata.getDirectoriesOfType(PngDirectory.class)) {
            var text = directory.getDescription(PngDirectory.TAG_TEXTUAL_DATA);
            if (text != null && text.matches("(?is).*(author|comment|description|location).*")) {
                notes.add(Hidden.warning("hidden.author", part, text));
            }
        }
    }

    private static void author(@Nullable String person, String part, InspectedFile.Notes notes) {
        if (person != null && !person.isBlank()) {
            notes.add(Hidden.warning("hidden.author", part, person));
        }
    }
}
