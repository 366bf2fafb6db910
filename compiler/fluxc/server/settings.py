"""What a server and its data directory are made with, by major version: older servers refuse newer settings."""

from __future__ import annotations

import sys
from pathlib import Path

_COMMON = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "max_locks_per_transaction": "1024",
    "synchronous_commit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "cluster_name": "fluxc",
}
_THROW_AWAY = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "max_worker_processes": "0",
    "max_logical_replication_workers": "0",
    "jit": "off",
    "log_min_messages": "fatal",
    # Segments of POSIX shared memory would outlive a server that is killed; files in the data directory do not.
    "dynamic_shared_memory_type": "mmap",
}
_GNU_C_UTF8 = Path("/usr/lib/locale/C.utf8")


def throw_away(major: int) -> dict[str, str]:
    """Return the settings of a server whose data nobody will miss."""
    return _COMMON | _THROW_AWAY | ({"io_method": "sync"} if major >= 18 else {})


def durable() -> dict[str, str]:
    """Return the settings of a development server: a crash of the machine may cost the last moments, never the data."""
    # After a crash the server flushes all it has: one call for the file system is faster than one for each file.
    return _COMMON | ({"recovery_init_sync_method": "syncfs"} if sys.platform == "linux" else {})


def initdb_arguments(major: int) -> list[str]:
    """Return initdb's arguments but the directory: UTF-8, sorted by code point, the same on every machine."""
    arguments = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]
    if major >= 17:
        arguments += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return [*arguments, "--sync-method=syncfs"] if sys.platform == "linux" else arguments
    return [*arguments, "--lc-ctype=C.UTF-8"] if _GNU_C_UTF8.exists() else arguments
