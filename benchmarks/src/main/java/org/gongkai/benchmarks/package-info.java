/** Measures the program (性能测试): what it does in how much time, beside a limit or a peer. */
@NullMarked
package org.gongkai.benchmarks;

import org.jspecify.annotations.NullMarked;
