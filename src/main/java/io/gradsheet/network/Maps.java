package io.gradsheet.network;

/** A layer whose units lie in maps, as those of its input do. */
public sealed interface Maps extends Layer permits Convolution, Pooling {
    /** The maps before. */
    Volume input();

    /** Its maps. */
    Volume output();

    @Override
    default int before() {
        return input().size();
    }

    @Override
    default int size() {
        return output().size();
    }
}
