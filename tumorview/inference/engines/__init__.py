"""One file an engine; the Keras engine is the only importer of TensorFlow."""
