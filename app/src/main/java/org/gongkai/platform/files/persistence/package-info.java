/** The register of stored content (文件登记). */
@NullMarked
package org.gongkai.platform.files.persistence;

import org.jspecify.annotations.NullMarked;
