package org.gongkai.platform.files;

import java.nio.file.Path;

/**
 * What looks at a file before it is kept (入库前检查), and may refuse it by throwing a refusal.
 *
 * <p>《保守国家秘密法》 (2024) art. 35: nothing with a classification mark may even be stored.
 */
public interface BeforeStorage {

    /** Looks at the received file; it has its kind and safe name already. */
    void inspect(Path received, MediaKind kind, String safeName);
}
